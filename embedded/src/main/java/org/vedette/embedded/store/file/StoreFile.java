package org.vedette.embedded.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.vedette.embedded.EmbeddedStartException;

/**
 * The file of a store, with its {@link Checkpoint} beside it. It is opened only when it holds at least what the checkpoint
 * says: MVStore by itself opens the newest complete version that it finds in a file, and without any an empty one.
 */
public class StoreFile implements StoreSource {

    private static final int CACHE_MIB = 48;

    /** How long MVStore keeps replaced parts of the file; longer than the interval at which the disk is synced. */
    private static final int RETENTION_MILLIS = 10_000;

    private final Path file;
    private final Checkpoint checkpoint;

    public StoreFile(Path file) {
        this.file = file.toAbsolutePath();
        this.checkpoint = Checkpoint.of(this.file);
    }

    @Override
    public MVStore open() {
        try {
            Files.createDirectories(file.getParent());
            StoreVerifier.requirePresent(file, checkpoint);
            var store = settings().fileName(location()).compress().open();
            return verified(store);
        } catch (MVStoreException e) {
            throw failure(e);
        } catch (IOException e) {
            throw notOpened(e);
        }
    }

    /** The name by which MVStore opens the file. */
    protected String location() {
        return file.toString();
    }

    private MVStore verified(MVStore store) {
        try {
            requireWritable(store);
            StoreVerifier.requireComplete(file, store, checkpoint);
            store.setRetentionTime(RETENTION_MILLIS);
            return store;
        } catch (RuntimeException e) {
            // Closing in the ordinary way would write into the file.
            store.closeImmediately();
            throw e;
        }
    }

    /** MVStore opens a file that may only be read, and every write would fail later. */
    private void requireWritable(MVStore store) {
        if (store.isReadOnly()) {
            throw new EmbeddedStartException(
                    "The store's file " + file + " cannot be written: give this user the right to.");
        }
    }

    @Override
    public void sync(MVStore store) {
        var version = store.getFileStore().lastChunkVersion();
        store.sync();
        checkpoint.write(version);
    }

    @Override
    public void close(MVStore store) {
        store.commit();
        var version = store.getFileStore().lastChunkVersion();
        store.close();
        checkpoint.write(version);
    }

    @Override
    public long usableBytes() {
        return DiskSpace.usableBytes(file);
    }

    @Override
    public String description() {
        return file.toString();
    }

    static MVStore.Builder settings() {
        return new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MIB);
    }

    private EmbeddedStartException failure(MVStoreException e) {
        return switch (e.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED ->
                new EmbeddedStartException(
                        "The store's file " + file
                                + " is in use: stop the other instance or choose another data directory.",
                        e);
            case DataUtils.ERROR_READING_FAILED ->
                StoreVerifier.isShorterThanItsHeader(file)
                        ? new DamagedStoreException(file, "it is shorter than its header", e)
                        : notOpened(e);
            default -> new DamagedStoreException(file, "it cannot be read", e);
        };
    }

    private EmbeddedStartException notOpened(Exception e) {
        return new EmbeddedStartException(
                "The store's file " + file + " cannot be opened: check that the directory exists and can be written.",
                e);
    }
}
