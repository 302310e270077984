package org.vedette.benchmarks.live;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vedette.benchmarks.suite.Settings;
import org.vedette.benchmarks.suite.Suite;

/** What very many open streams cost, and how soon an event has reached all of them. */
public final class LiveStreams {

    private static final int PUBLICATIONS = 10;
    private static final int NOT_COUNTED = 2;

    private LiveStreams() {}

    /** How long one event took from Kafka to the first and to the last stream, in milliseconds. */
    private record Spread(double first, double last) {}

    /** Reads what {@link Suite#of} reads and {@code streams}. Prints a row of the table. */
    public static void main(String... arguments) throws Exception {
        var settings = Settings.of(arguments);
        var address = URI.create(settings.text("site")).resolve("/live");
        try (var suite = Suite.of(settings);
                var clients = new LiveClients(address)) {
            suite.server().awaitQuiet();
            var before = suite.server().residentMebibytes();
            clients.open(settings.number("streams", 10_000));
            suite.server().awaitQuiet();
            var opened = suite.server().residentMebibytes();
            var spreads = publish(suite, clients);
            System.out.println(
                    row(clients.size(), spreads, before, opened, suite.server().residentMebibytes()));
        }
    }

    private static List<Spread> publish(Suite suite, LiveClients clients) throws Exception {
        var spreads = new ArrayList<Spread>();
        for (int event = 0; event < PUBLICATIONS; event++) {
            var post = suite.blog().metadata(suite.blog().size() + event);
            var start = System.nanoTime();
            suite.publish(post.number());
            suite.flush();
            var latencies = clients.await(post.slug(), post.id().toString(), start);
            if (event >= NOT_COUNTED) {
                spreads.add(new Spread(latencies.percentile(0), latencies.percentile(100)));
            }
            suite.server().awaitQuiet();
        }
        return spreads;
    }

    private static String row(int streams, List<Spread> spreads, long before, long opened, long after) {
        return String.format(
                Locale.ROOT,
                "| %,d | %d MB | %d MB | %d MB | %.0f ms | %.0f ms | %.0f ms |",
                streams,
                before,
                opened,
                after,
                spreads.stream()
                        .mapToDouble(Spread::first)
                        .sorted()
                        .skip(spreads.size() / 2)
                        .findFirst()
                        .orElseThrow(),
                spreads.stream()
                        .mapToDouble(Spread::last)
                        .sorted()
                        .skip(spreads.size() / 2)
                        .findFirst()
                        .orElseThrow(),
                spreads.stream().mapToDouble(Spread::last).max().orElseThrow());
    }
}
