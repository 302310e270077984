package org.vedette.embedded.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.vedette.embedded.EmbeddedStartException;

/** Opens the file; commits are left to the {@link GroupCommit}. */
final class StoreFile {

    private static final int CACHE_MIB = 48;

    /** How long dead parts of the file are kept; every commit leaves some, and the disk is synced more often than this. */
    private static final int RETENTION_MILLIS = 10_000;

    private StoreFile() {}

    static MVStore open(Path file) {
        Path absolute = file.toAbsolutePath();
        try {
            Files.createDirectories(absolute.getParent());
            MVStore store = settings().fileName(absolute.toString()).compress().open();
            requireWritable(store, absolute);
            store.setRetentionTime(RETENTION_MILLIS);
            return store;
        } catch (MVStoreException | IOException e) {
            throw new EmbeddedStartException(reason(absolute, e), e);
        }
    }

    /** A file that may only be read is opened all the same, and every write would fail later. */
    private static void requireWritable(MVStore store, Path file) {
        if (store.isReadOnly()) {
            store.closeImmediately();
            throw new EmbeddedStartException(
                    "The store's file " + file + " cannot be written: give this user the right to.");
        }
    }

    static MVStore inMemory() {
        return settings().open();
    }

    private static MVStore.Builder settings() {
        return new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MIB);
    }

    private static String reason(Path file, Exception e) {
        if (e instanceof MVStoreException failure && failure.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
            return "The store's file " + file + " is in use: stop the other instance or choose another data directory.";
        }
        if (e instanceof MVStoreException failure && failure.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT) {
            return "The store's file " + file + " is damaged: restore it from a backup or move it away.";
        }
        return "The store's file " + file + " cannot be opened: check that the directory exists and can be written.";
    }
}
