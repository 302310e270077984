package org.vedette.feed.entries;

/** The store cannot be reached now; the same request may succeed later. */
public final class EntriesUnavailableException extends RuntimeException {

    public EntriesUnavailableException(Throwable cause) {
        super("the store of entries cannot be reached", cause);
    }
}
