package org.vedette.gateway.requests;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Decides which requests are traced. What a client says about it counts for nothing: it would pay for nothing either. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("VEDETTE_OTLP_ENDPOINT")
class SamplingConfiguration {

    private static final String PROBABILITY = "management.tracing.sampling.probability";

    @Bean
    Sampler sampler(Environment environment) {
        var ratio = Sampler.traceIdRatioBased(environment.getRequiredProperty(PROBABILITY, double.class));
        return Sampler.parentBasedBuilder(ratio)
                .setRemoteParentSampled(ratio)
                .setRemoteParentNotSampled(ratio)
                .build();
    }
}
