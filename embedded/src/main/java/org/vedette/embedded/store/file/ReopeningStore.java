package org.vedette.embedded.store.file;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.embedded.EmbeddedStartException;

/**
 * The open store, opened again when a failed write has closed it: MVStore closes itself then, with the changes that it
 * could not write. It is closed here to be rid of changes that must not be written. Callers hold the lock of {@link
 * GroupCommit}, exclusively for everything that changes the state.
 */
public final class ReopeningStore {

    /**
     * One opening of the store.
     *
     * @param number how many there were before
     */
    public record Opening(int number, MVStore store) {}

    private static final Logger log = LoggerFactory.getLogger(ReopeningStore.class);

    private static final int NONE = -1;

    private final StoreSource source;
    private volatile Opening current;
    private volatile int incomplete = NONE;

    public ReopeningStore(StoreSource source) {
        this.source = source;
        this.current = new Opening(0, source.open());
    }

    public Opening current() {
        return current;
    }

    /** Marks the changes since the last commit as incomplete: they are never committed, but lost by reopening. */
    void markIncomplete(Opening changed) {
        incomplete = changed.number();
    }

    boolean isIncomplete() {
        return incomplete == current.number();
    }

    /**
     * Commits what was changed since that opening.
     *
     * @throws StoreUnavailableException when the changes are not in the file; then they are lost
     */
    public void commit(Opening changed) {
        var opening = current();
        if (opening.number() != changed.number()
                || isIncomplete()
                || opening.store().isClosed()) {
            throw StoreUnavailableException.writeFailed(null);
        }
        try {
            var unused = opening.store().commit();
        } catch (MVStoreException e) {
            throw isOutOfSpace(e)
                    ? StoreUnavailableException.outOfDiskSpace(e)
                    : StoreUnavailableException.writeFailed(e);
        }
    }

    /**
     * Opens the store again if it was closed or is incomplete; what was committed is in it. Returns whether it is open.
     */
    boolean reopenIfClosed() {
        var opening = current();
        if (isIncomplete() && !opening.store().isClosed()) {
            log.error(
                    "Store {}: a command ended midway; it is undone with what was not committed yet",
                    source.description());
            opening.store().closeImmediately();
        }
        if (!opening.store().isClosed()) {
            return true;
        }
        try {
            current = new Opening(opening.number() + 1, source.open());
            log.info("Store {} is open again", source.description());
            return true;
        } catch (EmbeddedStartException e) {
            log.error(
                    "Store {} could not be opened again; the next command tries it once more", source.description(), e);
            return false;
        }
    }

    /** Forces all commits to the disk. */
    void sync() {
        var store = current().store();
        if (!store.isClosed()) {
            source.sync(store);
        }
    }

    void close() {
        var store = current().store();
        try {
            if (!store.isClosed()) {
                source.close(store);
            }
        } catch (MVStoreException e) {
            log.warn("Store {} was not closed cleanly; everything acknowledged is in it", source.description(), e);
        }
    }

    private static boolean isOutOfSpace(MVStoreException e) {
        return e.getErrorCode() == DataUtils.ERROR_WRITING_FAILED;
    }
}
