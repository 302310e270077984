package org.vedette.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vedette.benchmarks.suite.ServerProcess;
import org.vedette.benchmarks.suite.Settings;

/** How long an instance takes to rebuild its store from the topic. */
final class Rebuild {

    private static final Duration REBUILD_TIMEOUT = Duration.ofMinutes(15);
    private static final int POLL_MILLIS = 200;
    private static final Pattern RUNNING = Pattern.compile("\"running\"\\s*:\\s*\\{");
    private static final Pattern SWITCHED = Pattern.compile("\"outcome\"\\s*:\\s*\"SWITCHED\"");
    private static final Pattern POSTS = Pattern.compile("\"posts\"\\s*:\\s*(\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    private Rebuild(URI management) {
        this.address = management.resolve("/actuator/rebuild");
    }

    /** Reads {@code management}, {@code pid} and {@code size} (posts there must be in the end). Prints a row of the table. */
    public static void main(String... arguments) throws Exception {
        var settings = Settings.of(arguments);
        var server = new ServerProcess(settings.number("pid"));
        var size = (long) settings.number("size");
        var cpu = server.cpuMillis();
        var took = new Rebuild(URI.create(settings.text("management"))).run(size);
        System.out.println(String.format(
                Locale.ROOT,
                "| rebuild of %d posts | %.1f s | %.2f |  |",
                size,
                took.toMillis() / 1e3,
                (double) (server.cpuMillis() - cpu) / size));
    }

    /** From the request until the new projection version is served. */
    private Duration run(long size) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var progress = ask(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        while (RUNNING.matcher(progress).find()) {
            requireTime(progress, System.nanoTime() - start);
            Thread.sleep(POLL_MILLIS);
            progress = ask(HttpRequest.newBuilder(address));
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        System.err.println("the rebuild ended: " + progress);
        requireSwitched(progress, size);
        return took;
    }

    private static void requireTime(String progress, long nanos) {
        if (nanos > REBUILD_TIMEOUT.toNanos()) {
            throw new IllegalStateException("the rebuild is not complete: " + progress);
        }
    }

    private static void requireSwitched(String progress, long size) {
        var posts = POSTS.matcher(progress);
        if (!SWITCHED.matcher(progress).find() || !posts.find() || Long.parseLong(posts.group(1)) < size) {
            throw new IllegalStateException("not all posts are served from the new projection version: " + progress);
        }
    }

    private String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(
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
