package org.vedette.embedded.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SingleFileStore;
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

    /** Lets go of the file whenever it fails, also by an Error: a locked one could not be opened again. */
    @Override
    public MVStore open() {
        var opened = new SingleFileStore(Map.of("cacheSize", CACHE_MIB));
        try {
            return open(opened);
        } catch (RuntimeException | Error failure) {
            close(opened, failure);
            throw failure;
        }
    }

    private MVStore open(SingleFileStore opened) {
        try {
            Files.createDirectories(file.getParent());
            StoreVerifier.requirePresent(file, checkpoint);
            opened.open(location(), false, null);
            return verified(settings().adoptFileStore(opened).compress().open());
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
        requireWritable(store);
        StoreVerifier.requireComplete(file, store, checkpoint);
        store.setRetentionTime(RETENTION_MILLIS);
        return store;
    }

    /** Closes the file under the store; to close the store would write into it. */
    private static void close(SingleFileStore opened, Throwable failure) {
        try {
            opened.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
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
        return new MVStore.Builder().autoCommitDisabled().autoCommitBufferSize(0);
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
