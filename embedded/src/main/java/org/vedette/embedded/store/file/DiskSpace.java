package org.vedette.embedded.store.file;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether writes are accepted. They are refused while little space is left, before the disk is full, so that the
 * broker, which may have its log on the same disk and ends itself when it cannot write, goes on.
 */
public final class DiskSpace {

    public static final long RESERVED_BYTES = 16L * 1024 * 1024;

    /** More than is reserved, so that a disk at the limit does not change the state with every write. */
    public static final long RESUME_BYTES = 24L * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(DiskSpace.class);

    private final StoreSource source;
    private final AtomicBoolean full = new AtomicBoolean();

    public DiskSpace(StoreSource source) {
        this.source = source;
    }

    /** How many bytes the file system of a file or directory can take; a system that does not say has enough. */
    public static long usableBytes(Path path) {
        var file = path.toFile();
        var usable = file.getUsableSpace();
        // Zero stands for both; a full file system still has a size.
        return usable == 0 && file.getTotalSpace() == 0 ? Long.MAX_VALUE : usable;
    }

    boolean isFull() {
        return full.get();
    }

    /** @throws StoreUnavailableException while the disk is full */
    void requireSpace() {
        if (isFull()) {
            throw StoreUnavailableException.outOfDiskSpace(null);
        }
    }

    /** Refuses writes until {@link #check} finds space. */
    void writeFailed() {
        if (full.compareAndSet(false, true)) {
            log.error(
                    "Store {}: a write failed, {} bytes are free; writes are refused until there is space",
                    source.description(),
                    source.usableBytes());
        }
    }

    /** Compares the free space with the reserve; called regularly. */
    public void check() {
        var usable = source.usableBytes();
        if (usable < RESERVED_BYTES && full.compareAndSet(false, true)) {
            log.error(
                    "Store {}: {} bytes are free, fewer than the reserved {}; writes are refused until there is space",
                    source.description(),
                    usable,
                    RESERVED_BYTES);
        } else if (usable >= RESUME_BYTES && full.compareAndSet(true, false)) {
            log.info("Store {}: {} bytes are free; writes are accepted again", source.description(), usable);
        }
    }
}
