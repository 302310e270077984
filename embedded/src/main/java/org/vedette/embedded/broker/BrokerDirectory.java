package org.vedette.embedded.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.vedette.embedded.EmbeddedStartException;

/** Prepares a directory for the broker: creates it, checks that it is writable and not in use, formats it once. */
final class BrokerDirectory {

    /** Kafka's mark of a clean shutdown, without which it recovers its logs at the start. */
    private static final String CLEAN_SHUTDOWN = ".kafka_cleanshutdown";

    private BrokerDirectory() {}

    /** Makes the next start recover the logs, as after a crash: a write that failed may have left half a record. */
    static void requireRecovery(Path directory) {
        try {
            var unused = Files.deleteIfExists(directory.resolve(CLEAN_SHUTDOWN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param logins as Kafka's tool for formatting takes them */
    static void prepare(Path directory, List<String> logins) {
        try {
            Files.createDirectories(directory);
            requireUnlocked(directory);
            format(directory, logins);
        } catch (EmbeddedStartException e) {
            throw e;
        } catch (Exception e) {
            throw new EmbeddedStartException(
                    "The broker's directory " + directory + " cannot be used: check that it can be written.", e);
        }
    }

    /** Kafka holds this lock while it runs. */
    private static void requireUnlocked(Path directory) throws IOException {
        var file = directory.resolve(".lock");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw inUse(directory);
            }
        } catch (OverlappingFileLockException e) {
            throw inUse(directory);
        }
    }

    private static EmbeddedStartException inUse(Path directory) {
        return new EmbeddedStartException("The broker's directory " + directory
                + " is in use: stop the other instance or choose another data directory.");
    }

    private static void format(Path directory, List<String> logins) throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        var path = directory.toAbsolutePath().toString();
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, "UTF-8"))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE_ID)
                .addDirectory(path)
                .setMetadataLogDirectory(path)
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setScramArguments(logins)
                .setIgnoreFormatted(true)
                .run();
    }
}
