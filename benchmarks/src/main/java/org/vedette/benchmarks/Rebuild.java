package org.vedette.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vedette.benchmarks.suite.ServerProcess;
import org.vedette.benchmarks.suite.Settings;
import org.vedette.benchmarks.suite.StoredEntries;

/** How long an instance takes to build its store anew from the topic. */
final class Rebuild {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int LOOK_MILLIS = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final Pattern complete;
    private final Pattern failed;

    private Rebuild(Settings settings) {
        this.address = URI.create(settings.text("management")).resolve("/actuator/rebuild");
        this.complete = Pattern.compile(settings.text(
                "complete", "(?i)\"(state|status)\"\\s*:\\s*\"(complete|completed|done|finished|idle)\""));
        this.failed = Pattern.compile(settings.text("failed", "(?i)\"(state|status)\"\\s*:\\s*\"failed\""));
    }

    /**
     * Reads {@code management}, {@code pid}, {@code mongodb}, {@code size} (entries there must be in the end), and how
     * the progress says that it is {@code complete} or has {@code failed}. Says a row of the table.
     */
    public static void main(String... arguments) throws Exception {
        Settings settings = Settings.of(arguments);
        ServerProcess server = new ServerProcess(settings.number("pid"));
        long cpu = server.cpuMillis();
        Duration took = new Rebuild(settings).run();
        try (StoredEntries entries = new StoredEntries(settings.text("mongodb"))) {
            if (entries.count() < settings.number("size")) {
                throw new IllegalStateException("only " + entries.count() + " entries are left");
            }
        }
        System.out.println(String.format(
                Locale.ROOT,
                "| rebuild of %d posts | %.1f s | %.2f |  |",
                settings.number("size"),
                took.toMillis() / 1e3,
                (double) (server.cpuMillis() - cpu) / settings.number("size")));
    }

    private Duration run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        String begun = ask(HttpRequest.newBuilder(address).POST(BodyPublishers.noBody()));
        System.err.println("the rebuild began: " + begun);
        String progress = begun;
        do {
            Thread.sleep(LOOK_MILLIS);
            progress = ask(HttpRequest.newBuilder(address));
            requireGoingOn(progress, System.nanoTime() - start);
        } while (!complete.matcher(progress).find());
        System.err.println("the rebuild ended: " + progress);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void requireGoingOn(String progress, long nanos) {
        if (failed.matcher(progress).find() || nanos > PATIENCE.toNanos()) {
            throw new IllegalStateException("the rebuild is not complete: " + progress);
        }
    }

    private String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                request.header("Accept", "application/json")
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(address + " was answered " + response.statusCode());
        }
        return response.body();
    }
}
