package org.vedette.benchmarks.clients;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What one client at 127.0.0.2 does while others read. */
final class Disturbance implements AutoCloseable {

    private static final String ADDRESS = "127.0.0.2";
    private static final int SMALL_BUFFER = 4 * 1024;
    private static final int THREADS = 8;

    private final int port;
    private final List<RawConnection> held = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, Long> outcomes = new ConcurrentHashMap<>();
    private final AtomicBoolean running = new AtomicBoolean(true);

    Disturbance(int port) {
        this.port = port;
    }

    /** Begins what a name stands for. */
    void begin(String name) throws IOException {
        switch (name) {
            case "nothing" -> {}
            case "promised-bodies" ->
                hold(900, "GET /search?q=slow HTTP/1.1\r\nHost: x\r\nContent-Length: 8000\r\n\r\n");
            case "promised-forms" ->
                hold(900, "POST /subscriptions/x HTTP/1.1\r\nHost: x\r\nContent-Length: 8000\r\n\r\n");
            case "unread-feeds" -> hold(600, "GET /feeds/rss.xml HTTP/1.1\r\nHost: x\r\n\r\n");
            case "unread-data" ->
                hold(600, "GET /api/feed/posts?limit=20&fields=html,text HTTP/1.1\r\nHost: x\r\nAccept: */*\r\n\r\n");
            case "slow-sockets" -> drip(1_000);
            case "wrong-tokens" ->
                flood("GET /api/posts HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer wrong\r\n\r\n", 0);
            case "ten-times" -> flood("GET / HTTP/1.1\r\nHost: x\r\n\r\n", THREADS * 1_000 / 500);
            default -> throw new IllegalArgumentException("no disturbance is called " + name);
        }
    }

    private void hold(int connections, String request) throws IOException {
        for (var number = 0; number < connections; number++) {
            var connection = new RawConnection(ADDRESS, port, SMALL_BUFFER);
            held.add(connection);
            connection.send(request);
        }
    }

    /** Sends a byte of a request on each connection once a second. */
    private void drip(int connections) throws IOException {
        hold(connections, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        start(() -> {
            pause(1_000);
            for (var connection : held) {
                var unused = count(() -> {
                    connection.send("x");
                    return 0;
                });
            }
        });
    }

    /** Sends requests one after another on each of some connections. */
    private void flood(String request, int pauseMillis) {
        for (var thread = 0; thread < THREADS; thread++) {
            start(() -> {
                try (var connection = new RawConnection(ADDRESS, port, 64 * 1024)) {
                    while (running.get() && count(() -> exchange(connection, request))) {
                        pause(pauseMillis);
                    }
                } catch (IOException e) {
                    outcomes.merge("not connected", 1L, Long::sum);
                }
            });
        }
    }

    private static int exchange(RawConnection connection, String request) throws IOException {
        connection.send(request);
        return connection.read();
    }

    private interface Exchange {
        int status() throws IOException;
    }

    /** Counts the outcome; false when the connection is closed. */
    private boolean count(Exchange exchange) {
        try {
            outcomes.merge(String.valueOf(exchange.status()), 1L, Long::sum);
            return true;
        } catch (IOException e) {
            outcomes.merge("closed", 1L, Long::sum);
            return false;
        }
    }

    private void start(Runnable step) {
        var thread = new Thread(
                () -> {
                    while (running.get()) {
                        step.run();
                    }
                },
                "disturbance");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its responses by status. */
    String outcomes() {
        return new TreeMap<>(outcomes).toString();
    }

    @Override
    public void close() throws IOException {
        running.set(false);
        for (var connection : held) {
            connection.close();
        }
        threads.forEach(Thread::interrupt);
    }
}
