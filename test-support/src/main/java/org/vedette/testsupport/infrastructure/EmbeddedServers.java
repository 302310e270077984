package org.vedette.testsupport.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;
import org.vedette.embedded.broker.EmbeddedBroker;
import org.vedette.embedded.store.EmbeddedStore;

/** The embedded broker and store, in this JVM; their data goes with it. */
final class EmbeddedServers implements Servers {

    private final EmbeddedBroker broker;
    private final EmbeddedStore store;

    EmbeddedServers() {
        var directory = temporaryDirectory();
        broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        store = EmbeddedStore.open(directory.resolve("store.mv"), 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(directory), "infrastructure-stop"));
    }

    @Override
    public String kafka() {
        return broker.bootstrapServers();
    }

    @Override
    public String mongodb() {
        return store.connectionString();
    }

    @Override
    public String description() {
        return "the embedded broker and store (no Docker engine here)";
    }

    private void stop(Path directory) {
        broker.close();
        store.close();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove " + directory, e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("vedette-it");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory for the tests", e);
        }
    }
}
