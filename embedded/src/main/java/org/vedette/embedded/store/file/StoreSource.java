package org.vedette.embedded.store.file;

import org.h2.mvstore.MVStore;

/** Where a store is opened from: a file, or the memory. */
public interface StoreSource {

    /**
     * Opens the store with everything that was committed.
     *
     * @throws org.vedette.embedded.EmbeddedStartException when it cannot be opened
     */
    MVStore open();

    /** Forces all commits to the disk. */
    void sync(MVStore store);

    /** Closes the store; everything committed is on the disk. */
    void close(MVStore store);

    /** How many bytes can still be written. */
    long usableBytes();

    /** The name for log lines. */
    String description();
}
