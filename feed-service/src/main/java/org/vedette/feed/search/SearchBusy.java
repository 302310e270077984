package org.vedette.feed.search;

/** More searches are waiting than could be answered in time; the same search may succeed in a second. */
public final class SearchBusy extends RuntimeException {

    public SearchBusy(Throwable cause) {
        super("too many searches are waiting", cause);
    }
}
