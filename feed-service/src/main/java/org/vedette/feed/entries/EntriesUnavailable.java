package org.vedette.feed.entries;

/** The store cannot be reached now; the same request may succeed later. */
public final class EntriesUnavailable extends RuntimeException {

    public EntriesUnavailable(Throwable cause) {
        super("the store of entries cannot be reached", cause);
    }
}
