package org.vedette.starter.workers;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;

/** Measures how one worker is doing. */
record WorkerMetrics(BackgroundWorker worker) implements MeterBinder {

    private static final String WORKER = "worker";

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("vedette.worker.runs.failed", worker, BackgroundWorker::failedRuns)
                .tag(WORKER, worker.name())
                .description("Runs of a background worker that failed")
                .register(registry);
        FunctionCounter.builder("vedette.worker.restarts", worker, BackgroundWorker::restarts)
                .tag(WORKER, worker.name())
                .description("Threads of a background worker that ended, and were replaced")
                .register(registry);
        TimeGauge.builder(
                        "vedette.worker.failing",
                        worker,
                        TimeUnit.MILLISECONDS,
                        each -> each.status().failingFor().toMillis())
                .tag(WORKER, worker.name())
                .description(
                        "How long the runs of a background worker have been failing; 0 when the last one succeeded")
                .register(registry);
    }
}
