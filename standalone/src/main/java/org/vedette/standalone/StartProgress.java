package org.vedette.standalone;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.vedette.standalone.logging.ComponentThreads;

/** Says what a start that takes long waits for, again and again until it is over. */
final class StartProgress implements AutoCloseable {

    private final Set<String> unfinished = new ConcurrentSkipListSet<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(new ComponentThreads("start-progress"));

    /**
     * The progress of a start that begins now.
     *
     * @param interval time after which it first says something, and between two lines
     * @param out takes a line
     */
    StartProgress(Duration interval, Consumer<String> out) {
        var millis = interval.toMillis();
        var unused = timer.scheduleAtFixedRate(() -> report(out), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Does a step of the start, such as "the broker". */
    void during(String step, Runnable work) {
        var unused = during(step, () -> {
            work.run();
            return step;
        });
    }

    /** Does a step of the start that makes something. */
    <T> T during(String step, Supplier<T> work) {
        unfinished.add(step);
        try {
            return work.get();
        } finally {
            unfinished.remove(step);
        }
    }

    private void report(Consumer<String> out) {
        var steps = String.join(", ", unfinished);
        if (!steps.isEmpty()) {
            out.accept(steps);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
