package org.vedette.benchmarks;

import java.util.Locale;
import org.vedette.benchmarks.suite.Consumption;
import org.vedette.benchmarks.suite.ServerProcess;
import org.vedette.benchmarks.suite.Settings;
import org.vedette.benchmarks.suite.StoredEntries;

/** How fast an instance that has just started takes in what waits for it on the topic. */
final class Projection {

    private Projection() {}

    /** A point in time: events done, and processor time the instance and its backing have used. */
    private record Mark(long nanos, long done, long server, long backing) {}

    /**
     * Reads {@code kafka}, {@code mongodb}, {@code pid}, {@code backing} (another process id) and {@code warm-up}, the
     * events that do not count. Says a row of the table.
     */
    public static void main(String... arguments) throws Exception {
        Settings settings = Settings.of(arguments);
        try (Consumption consumption = new Consumption(settings.text("kafka"));
                StoredEntries entries = new StoredEntries(settings.text("mongodb"))) {
            long all = consumption.said();
            Mark start = mark(settings, consumption.await(settings.number("warm-up")));
            Mark end = mark(settings, consumption.await(all));
            requireStored(all, entries.count());
            System.out.println(row(start, end));
        }
    }

    private static Mark mark(Settings settings, long done) {
        return new Mark(
                System.nanoTime(),
                done,
                new ServerProcess(settings.number("pid")).cpuMillis(),
                new ServerProcess(settings.number("backing")).cpuMillis());
    }

    /** Every event of the measurement is of another post. */
    private static void requireStored(long said, long stored) {
        if (stored != said) {
            throw new IllegalStateException("the store has " + stored + " entries after " + said + " events");
        }
    }

    private static String row(Mark start, Mark end) {
        double events = end.done() - start.done();
        return String.format(
                Locale.ROOT,
                "| projection of %.0f events | %.0f/s | %.2f | %.2f |",
                events,
                events / (end.nanos() - start.nanos()) * 1e9,
                (end.server() - start.server()) / events,
                (end.backing() - start.backing()) / events);
    }
}
