package org.vedette.benchmarks.clients;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.vedette.benchmarks.suite.Settings;

/**
 * Measures what slow, stuck and hasty clients do to the others. Needs a loopback network whose addresses can all be used, as
 * on Linux.
 */
final class SlowClients {

    private static final List<String> ALL = List.of(
            "promised-bodies",
            "promised-forms",
            "unread-feeds",
            "unread-data",
            "slow-sockets",
            "wrong-tokens",
            "ten-times");

    private SlowClients() {}

    /** Reads {@code port}, {@code seconds} and {@code only}, the name of one disturbance; prints rows of a table. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var settings = Settings.of(arguments);
        var port = settings.number("port", 8_080);
        var time = Duration.ofSeconds(settings.number("seconds", 10));
        var only = settings.text("only", "");
        new Readers(port).read(time);
        measure("nothing", port, time);
        for (var name : only.isEmpty() ? ALL : List.of(only)) {
            measure(name, port, time);
        }
    }

    private static void measure(String name, int port, Duration time) throws IOException, InterruptedException {
        var readers = new Readers(port);
        try (var disturbance = new Disturbance(port)) {
            disturbance.begin(name);
            readers.read(time);
            System.out.println("| " + name + " | " + readers.row() + " | " + disturbance.outcomes() + " |");
        }
    }
}
