package org.vedette.embedded.store.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file beside a store's file with the last version of it that the disk is known to hold. It is written after a
 * sync and never before, so that neither a killed process nor a power cut leaves a store older than its checkpoint.
 */
final class Checkpoint {

    private static final Logger log = LoggerFactory.getLogger(Checkpoint.class);
    private static final Pattern CONTENT = Pattern.compile("version=(\\d{19})\n");

    private final Path file;

    private Checkpoint(Path file) {
        this.file = file;
    }

    static Checkpoint of(Path store) {
        return new Checkpoint(store.resolveSibling(store.getFileName() + ".checkpoint"));
    }

    /** The version the store must have at least; empty when none was ever written. */
    OptionalLong read() {
        if (Files.notExists(file)) {
            return OptionalLong.empty();
        }
        try {
            var content = CONTENT.matcher(Files.readString(file, US_ASCII));
            if (content.matches()) {
                return OptionalLong.of(Long.parseLong(content.group(1)));
            }
            log.warn("{} is no checkpoint of a store; the store is opened without comparing its version", file);
        } catch (IOException e) {
            log.warn("{} cannot be read; the store is opened without comparing its version", file, e);
        }
        return OptionalLong.empty();
    }

    /** Replaces the content in place and by one call, which a kill of the process cannot split. */
    void write(long version) {
        var content = ByteBuffer.wrap("version=%019d\n".formatted(version).getBytes(US_ASCII));
        try (var channel = FileChannel.open(file, CREATE, WRITE)) {
            var unused = channel.write(content, 0);
            channel.force(true);
        } catch (IOException e) {
            log.warn("{} could not be written; it keeps the version before", file, e);
        }
    }

    Path file() {
        return file;
    }
}
