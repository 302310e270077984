package org.vedette.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vedette.benchmarks.suite.ConsumerProgress;
import org.vedette.benchmarks.suite.ServerProcess;
import org.vedette.benchmarks.suite.Settings;

/** How fast an instance that has just started takes in what waits for it on the topic. */
final class Projection {

    private static final Pattern SHOWN = Pattern.compile("\"timeline\":\\{\"details\":\\{\"posts\":(\\d+)");
    private static final int MAX_POLLS = 100;
    private static final int POLL_MILLIS = 100;

    private Projection() {}

    /** A point in time: events done, and processor time the instance and its broker and store have used. */
    private record Mark(long nanos, long done, long server, long servers) {}

    /**
     * Reads {@code kafka}, {@code management}, {@code pid}, {@code servers} (the process of broker and store) and {@code warm-up}, the
     * events that do not count. Prints a row of the table.
     */
    public static void main(String... arguments) throws Exception {
        var settings = Settings.of(arguments);
        try (var progress = new ConsumerProgress(settings.text("kafka"))) {
            var all = progress.endOffset();
            var start = mark(settings, progress.await(settings.number("warm-up")));
            var end = mark(settings, progress.await(all));
            requireShown(all, URI.create(settings.text("management")).resolve("/actuator/health"));
            System.out.println(row(start, end));
        }
    }

    private static Mark mark(Settings settings, long done) {
        return new Mark(
                System.nanoTime(),
                done,
                new ServerProcess(settings.number("pid")).cpuMillis(),
                new ServerProcess(settings.number("servers")).cpuMillis());
    }

    /** Every event of the measurement is of another post, which the instance has read back from the store when it shows it. */
    private static void requireShown(long sent, URI health) throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var shown = 0L;
        for (int poll = 0; shown != sent && poll < MAX_POLLS; poll++) {
            Thread.sleep(POLL_MILLIS);
            var posts = SHOWN.matcher(http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString())
                    .body());
            shown = posts.find() ? Long.parseLong(posts.group(1)) : 0;
        }
        if (shown != sent) {
            throw new IllegalStateException("the instance shows " + shown + " posts after " + sent + " events");
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
                (end.servers() - start.servers()) / events);
    }
}
