package org.vedette.benchmarks.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process of the suite, as Linux sees it. */
public record ServerProcess(long pid) {

    /** What one tick of {@code /proc/PID/stat} stands for: USER_HZ is 100 on every Linux. */
    private static final int MILLIS_PER_TICK = 10;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final Duration QUIET_TIMEOUT = Duration.ofSeconds(20);
    private static final int QUIET_POLLS = 4;
    private static final int POLL_MILLIS = 25;

    /** Processor time it has used so far, in milliseconds, in steps of ten. */
    public long cpuMillis() {
        var stat = read("stat");
        // The name in brackets may hold spaces.
        var fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        return MILLIS_PER_TICK * (Long.parseLong(fields.get(USER_TIME)) + Long.parseLong(fields.get(SYSTEM_TIME)));
    }

    /** Memory it holds, in MiB. */
    public long residentMebibytes() {
        return read("status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Waits until it uses hardly any processor time: what it had to do in the background is done. */
    public void awaitQuiet() throws InterruptedException {
        var end = System.nanoTime() + QUIET_TIMEOUT.toNanos();
        var before = cpuMillis();
        for (int quiet = 0; quiet < QUIET_POLLS; ) {
            Thread.sleep(POLL_MILLIS);
            var now = cpuMillis();
            quiet = now == before ? quiet + 1 : 0;
            before = now;
            if (System.nanoTime() > end) {
                throw new IllegalStateException("process " + pid + " does not come to rest");
            }
        }
    }

    private String read(String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (IOException ended) {
            throw new UncheckedIOException("process " + pid + " has ended", ended);
        }
    }
}
