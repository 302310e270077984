package org.vedette.standalone.data;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.vedette.standalone.settings.StartRefusedException;

/** A file lock that keeps other instances from a data directory; the system releases it when this process ends. */
final class DataLock implements AutoCloseable {

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataLock on(Path directory) throws IOException {
        var channel = FileChannel.open(directory.resolve("lock"), CREATE, WRITE);
        if (isTaken(channel)) {
            channel.close();
            throw new StartRefusedException(
                    "The data directory " + directory
                            + " is in use by another running Vedette: stop that one, or set VEDETTE_DATA to another directory.");
        }
        return new DataLock(channel);
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
