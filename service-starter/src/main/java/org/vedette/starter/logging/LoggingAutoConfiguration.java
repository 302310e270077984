package org.vedette.starter.logging;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Counts what is not logged. */
@AutoConfiguration
class LoggingAutoConfiguration {

    @Bean
    MeterBinder suppressedLines() {
        return registry -> RepetitionFilters.installed()
                .ifPresent(filter -> FunctionCounter.builder(
                                "vedette.log.lines.suppressed", filter, RepetitionFilter::suppressed)
                        .description("Lines of libraries that were left out, because they repeat themselves")
                        .register(registry));
    }
}
