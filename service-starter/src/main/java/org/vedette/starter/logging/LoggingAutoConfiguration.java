package org.vedette.starter.logging;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.vedette.starter.telemetry.RequestTraces;

/** Counts what is not logged. */
@AutoConfiguration(afterName = "org.vedette.starter.telemetry.TelemetryAutoConfiguration")
class LoggingAutoConfiguration {

    @Bean
    LogContextFilter logContextFilter(RequestTraces traces) {
        return new LogContextFilter(traces);
    }

    @Bean
    MeterBinder suppressedLines() {
        return registry -> RepetitionFilters.installed()
                .ifPresent(filter -> FunctionCounter.builder(
                                "vedette.log.lines.suppressed", filter, RepetitionFilter::suppressed)
                        .description("Lines of libraries that were left out, because they repeat themselves")
                        .register(registry));
    }
}
