package org.vedette.starter.telemetry;

import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.reactive.observation.ServerRequestObservationConvention;

/** Records traces where {@code VEDETTE_OTLP_ENDPOINT} says where they go; see {@link TracingSwitch}. */
@AutoConfiguration(beforeName = "org.springframework.boot.webflux.autoconfigure.WebFluxObservationAutoConfiguration")
class TelemetryAutoConfiguration {

    /** Without a propagator tracing is left out. */
    @Bean
    Traces traces(ObjectProvider<Propagator> propagator) {
        var available = propagator.getIfAvailable();
        return available == null ? Traces.OFF : new MicrometerTraces(available);
    }

    @Bean
    @ConditionalOnMissingBean
    ServerRequestObservationConvention pathlessConvention() {
        return new PathlessConvention();
    }

    @Bean
    RequestTraces requestTraces(ObjectProvider<Propagator> propagator) {
        return propagator.getIfAvailable() == null ? RequestTraces.OFF : new ObservedRequestTraces();
    }
}
