package org.vedette.feed.entries;

/** Reports that the store cannot be reached or lacks an entry; the same request may succeed later. */
public final class EntriesUnavailableException extends RuntimeException {

    public EntriesUnavailableException(String message) {
        super(message);
    }

    public EntriesUnavailableException(Throwable cause) {
        super("the store of entries cannot be reached", cause);
    }
}
