package org.vedette.post.imports;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An open file that has one owner at a time: the request that opened it, until the import takes it over. */
final class OpenedFile {

    private final AtomicReference<@Nullable ImportFile> file = new AtomicReference<>();
    private final AtomicBoolean isClosed = new AtomicBoolean();

    /** Keeps a file, and closes it at once when the request has ended meanwhile. */
    ImportFile take(ImportFile opened) {
        file.set(opened);
        if (isClosed.get()) {
            close();
        }
        return opened;
    }

    /** Whether the other one took it over; it is closed when nobody did. */
    boolean handOver(Predicate<ImportFile> other) {
        var handed = file.getAndSet(null);
        if (handed == null) {
            return false;
        }
        var isTaken = other.test(handed);
        if (!isTaken) {
            handed.close();
        }
        return isTaken;
    }

    /** Closes what nobody took over. */
    void close() {
        isClosed.set(true);
        var left = file.getAndSet(null);
        if (left != null) {
            left.close();
        }
    }
}
