package org.vedette.standalone;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.vedette.standalone.logging.ComponentThreads;

/** The running services, each a Spring context of its own; they start and stop in parallel. */
final class Services {

    private final Wiring wiring;
    private final Map<Service, ConfigurableApplicationContext> running = new ConcurrentHashMap<>();

    Services(Wiring wiring) {
        this.wiring = wiring;
    }

    void startAll(StartProgress progress) {
        inParallel(
                Arrays.asList(Service.values()),
                service -> progress.during(service.configuration(), () -> runIfAbsent(service)));
    }

    /** Stops the gateway first, so that the requests it has accepted are still answered. */
    void stopAll() {
        stop(Service.GATEWAY);
        inParallel(running.keySet(), this::stop);
    }

    void start(Service service) {
        inParallel(List.of(service), this::runIfAbsent);
    }

    private void runIfAbsent(Service service) {
        running.computeIfAbsent(service, this::run);
    }

    void stop(Service service) {
        var context = running.remove(service);
        if (context != null) {
            context.close();
        }
    }

    String metrics(Service service) {
        var context = running.get(service);
        return context == null
                ? ""
                : context.getBean(PrometheusMeterRegistry.class).scrape();
    }

    private ConfigurableApplicationContext run(Service service) {
        var arguments = wiring.propertiesOf(service).entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue());
        return new SpringApplicationBuilder(service.application())
                .web(WebApplicationType.REACTIVE)
                .registerShutdownHook(false)
                .main(service.application())
                .initializers(new DedicatedReactorResources(service.configuration()))
                .properties("spring.config.name=" + service.configuration())
                .run(arguments.toArray(String[]::new));
    }

    private static void inParallel(Collection<Service> services, Consumer<Service> action) {
        try {
            CompletableFuture.allOf(services.stream()
                            .map(service -> CompletableFuture.runAsync(() -> action.accept(service), threadOf(service)))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Executor threadOf(Service service) {
        var threads = new ComponentThreads(service.configuration());
        return task -> threads.newThread(task).start();
    }
}
