package org.vedette.testsupport.timing;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** The processor time of a computation, which a busy machine does not change much. */
public final class ProcessorTime {

    private ProcessorTime() {}

    /** Runs the work on the current thread. */
    public static Duration of(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    }
}
