package org.vedette.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.vedette.benchmarks.suite.Settings;
import org.vedette.embedded.broker.EmbeddedBroker;
import org.vedette.embedded.store.EmbeddedStore;

/** The broker and the store in a process of their own, so that the processor time of a service is its own as well. */
final class EmbeddedServers {

    private EmbeddedServers() {}

    /**
     * Reads {@code directory}, {@code store} ({@code memory} or {@code disk}) and {@code kafka-port}; says the addresses
     * in one line and stays until it is stopped.
     */
    public static void main(String... arguments) throws InterruptedException {
        var settings = Settings.of(arguments);
        var directory = Path.of(settings.text("directory"));
        try (var store = store(settings.text("store"), directory);
                var broker = EmbeddedBroker.start(directory.resolve("kafka"), settings.number("kafka-port", 0))) {
            System.out.println("ready " + broker.bootstrapServers() + " " + store.connectionString());
            new CountDownLatch(1).await();
        }
    }

    private static EmbeddedStore store(String kind, Path directory) {
        return switch (kind) {
            case "memory" -> EmbeddedStore.inMemory();
            case "disk" -> EmbeddedStore.open(directory.resolve("store"), 0);
            default -> throw new IllegalArgumentException("store=" + kind + ": it is memory or disk");
        };
    }
}
