package org.vedette.benchmarks.clients;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.vedette.benchmarks.suite.Latencies;

/** Ordinary readers, each with an address of its own: a search every fifth time, which no cache answers, else the front page. */
final class Readers {

    private static final int READERS = 8;
    private static final int PAUSE_MILLIS = 40;

    private final int port;
    private final Queue<Duration> durations = new ConcurrentLinkedQueue<>();
    private final Queue<String> outcomes = new ConcurrentLinkedQueue<>();

    Readers(int port) {
        this.port = port;
    }

    /** Lets all of them read for a while. */
    void read(Duration time) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        var threads = Executors.newFixedThreadPool(READERS);
        for (var reader = 1; reader <= READERS; reader++) {
            var address = "127.0.1." + reader;
            threads.execute(() -> read(address, end));
        }
        threads.shutdown();
        if (!threads.awaitTermination(time.toSeconds() + 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("readers did not end");
        }
    }

    private void read(String address, long end) {
        for (var number = 0; System.nanoTime() < end; number++) {
            var target = number % 5 == 4 ? "/search?q=phishing" : "/";
            var begin = System.nanoTime();
            outcomes.add(outcome(address, target));
            durations.add(Duration.ofNanos(System.nanoTime() - begin));
            pause();
        }
    }

    private String outcome(String address, String target) {
        try (var connection = new RawConnection(address, port, 256 * 1024)) {
            connection.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            return String.valueOf(connection.read());
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Requests, median, 99 % and longest in milliseconds, and responses by status, as columns of a table. */
    String row() {
        var latencies = Latencies.of(durations);
        Map<String, Long> counts = outcomes.stream()
                .collect(Collectors.groupingBy(outcome -> outcome, TreeMap::new, Collectors.counting()));
        return "%d | %.1f | %.1f | %.0f | %s"
                .formatted(
                        durations.size(),
                        latencies.median(),
                        latencies.percentile(99),
                        latencies.percentile(100),
                        counts.entrySet().stream()
                                .map(entry -> entry.getKey() + ": " + entry.getValue())
                                .collect(Collectors.joining(", ")));
    }
}
