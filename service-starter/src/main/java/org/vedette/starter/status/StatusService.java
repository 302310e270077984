package org.vedette.starter.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.vedette.starter.status.StatusProperties.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Derives the status of a service from its health indicators. */
final class StatusService {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final StatusProperties properties;
    private final HealthContributorRegistry contributors;
    private final ReactiveHealthContributorRegistry reactiveContributors;

    StatusService(
            StatusProperties properties,
            HealthContributorRegistry contributors,
            ReactiveHealthContributorRegistry reactiveContributors) {
        this.properties = properties;
        this.contributors = contributors;
        this.reactiveContributors = reactiveContributors;
    }

    Mono<ServiceStatus> status() {
        return Flux.fromIterable(indicators())
                .flatMap(name -> status(name).map(status -> Map.entry(name, status)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(this::status);
    }

    private List<String> indicators() {
        return properties.functions().values().stream()
                .flatMap(function -> Stream.concat(function.needs().stream(), function.limitedWithout().stream()))
                .distinct()
                .toList();
    }

    private Mono<Status> status(String name) {
        return contributor(name) instanceof ReactiveHealthIndicator indicator
                ? indicator
                        .health()
                        .map(Health::getStatus)
                        .timeout(TIMEOUT)
                        .onErrorReturn(Status.DOWN)
                        .defaultIfEmpty(Status.DOWN)
                : Mono.error(new IllegalStateException("There is no health indicator named " + name));
    }

    private @Nullable ReactiveHealthContributor contributor(String name) {
        var reactive = reactiveContributors.getContributor(name);
        if (reactive != null) {
            return reactive;
        }
        var blocking = contributors.getContributor(name);
        return blocking == null ? null : ReactiveHealthContributor.adapt(blocking);
    }

    private ServiceStatus status(Map<String, Status> health) {
        return new ServiceStatus(properties.functions().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, function -> state(function.getValue(), health))));
    }

    private static FunctionState state(Function function, Map<String, Status> health) {
        if (!function.needs().stream().map(health::get).allMatch(StatusService::isUsable)) {
            return FunctionState.UNAVAILABLE;
        }
        return Stream.concat(function.needs().stream(), function.limitedWithout().stream())
                        .map(health::get)
                        .allMatch(Status.UP::equals)
                ? FunctionState.WORKS
                : FunctionState.LIMITED;
    }

    private static boolean isUsable(@Nullable Status status) {
        return status != null && !Status.DOWN.equals(status) && !Status.OUT_OF_SERVICE.equals(status);
    }
}
