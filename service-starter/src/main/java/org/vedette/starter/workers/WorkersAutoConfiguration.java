package org.vedette.starter.workers;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Watches the {@link BackgroundWorker} beans of a service. */
@AutoConfiguration
class WorkersAutoConfiguration {

    private static final Duration ERROR_TIMEOUT = Duration.ofSeconds(30);

    @Bean
    WorkersHealthIndicator workersHealthIndicator(ObjectProvider<BackgroundWorker> workers) {
        return new WorkersHealthIndicator(() -> workers.stream().toList(), ERROR_TIMEOUT);
    }

    @Bean
    MeterBinder workerMetrics(ObjectProvider<BackgroundWorker> workers) {
        return registry -> workers.stream().forEach(worker -> new WorkerMetrics(worker).bindTo(registry));
    }
}
