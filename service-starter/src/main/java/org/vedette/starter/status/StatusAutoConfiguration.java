package org.vedette.starter.status;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Tells the status of a service that lists its functions. */
@AutoConfiguration(
        afterName = "org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration")
@ConditionalOnBean({HealthContributorRegistry.class, ReactiveHealthContributorRegistry.class})
@EnableConfigurationProperties(StatusProperties.class)
class StatusAutoConfiguration {

    @Bean
    RouterFunction<ServerResponse> statusRoute(
            StatusProperties properties,
            HealthContributorRegistry contributors,
            ReactiveHealthContributorRegistry reactiveContributors) {
        var service = new StatusService(properties, contributors, reactiveContributors);
        var listed = !properties.functions().isEmpty();
        return route(
                RequestPredicates.GET(ServiceStatus.ADDRESS).and(request -> listed),
                request -> ServerResponse.ok().body(service.status(), ServiceStatus.class));
    }
}
