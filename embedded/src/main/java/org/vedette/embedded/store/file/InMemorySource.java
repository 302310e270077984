package org.vedette.embedded.store.file;

import org.h2.mvstore.MVStore;

/** A store that loses everything when it is closed, also when it is only to be rid of what an Error left in it. */
public final class InMemorySource implements StoreSource {

    @Override
    public MVStore open() {
        return StoreFile.settings().open();
    }

    @Override
    public void sync(MVStore store) {
        // There is no disk.
    }

    @Override
    public void close(MVStore store) {
        store.close();
    }

    @Override
    public long usableBytes() {
        return Long.MAX_VALUE;
    }

    @Override
    public String description() {
        return "in memory";
    }
}
