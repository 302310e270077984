package org.vedette.starter.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.vedette.starter.ThreadConfined;

/** Leaves all of tracing out of a service that has nowhere to send traces to, so that it costs nothing. */
@ThreadConfined("the thread that starts its service")
final class TracingSwitch implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final List<String> PACKAGES =
            List.of("org.springframework.boot.opentelemetry.", "org.springframework.boot.micrometer.tracing.");

    private boolean isOn;

    @Override
    public void setEnvironment(Environment environment) {
        isOn = isOn(environment);
    }

    static boolean isOn(Environment environment) {
        return !environment.getProperty("VEDETTE_OTLP_ENDPOINT", "").isBlank();
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        var matches = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            var candidate = candidates[i];
            matches[i] = isOn || candidate == null || PACKAGES.stream().noneMatch(candidate::startsWith);
        }
        return matches;
    }
}
