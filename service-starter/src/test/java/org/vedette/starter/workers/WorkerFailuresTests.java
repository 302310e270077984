package org.vedette.starter.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkerFailuresTests {

    private final AtomicLong nanoTime = new AtomicLong();
    private final WorkerFailures failures = new WorkerFailures(nanoTime::get);

    @Test
    void anErrorAfterALongOutageHasNotGoneOnForLong() {
        add(new IllegalStateException("the store is unavailable"));
        pass(Duration.ofMinutes(10));
        add(new OutOfMemoryError("made up"));

        pass(Duration.ofSeconds(1));

        assertThat(failures.since()).isEqualTo(Duration.ofSeconds(601));
        assertThat(failures.errorsSince()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void consecutiveErrorsGoOnSinceTheFirst() {
        add(new OutOfMemoryError("made up"));
        pass(Duration.ofSeconds(20));
        add(new StackOverflowError("made up"));

        pass(Duration.ofSeconds(20));

        assertThat(failures.errorsSince()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void anExceptionEndsTheErrorsBeforeIt() {
        add(new OutOfMemoryError("made up"));
        pass(Duration.ofSeconds(20));

        add(new IllegalStateException("the store is unavailable"));

        assertThat(failures.errorsSince()).isZero();
    }

    private void add(Throwable failure) {
        assertThat(failures.add(failure)).isPositive();
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
