package org.vedette.starter.telemetry;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Records traces where {@code VEDETTE_OTLP_ENDPOINT} says where they go. */
@AutoConfiguration(
        afterName =
                "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
class TelemetryAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "io.micrometer.tracing.Tracer")
    @ConditionalOnBean({Tracer.class, Propagator.class})
    static class TracingConfiguration {

        @Bean
        Traces traces(Propagator propagator) {
            return new MicrometerTraces(propagator);
        }

        @Bean
        RequestTraces requestTraces() {
            return new ObservedRequestTraces();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class UntracedConfiguration {

        @Bean
        @ConditionalOnMissingBean
        Traces untraced() {
            return Traces.OFF;
        }

        @Bean
        @ConditionalOnMissingBean
        RequestTraces untracedRequests() {
            return RequestTraces.OFF;
        }
    }
}
