package org.vedette.feed.search;

/** The index is not complete yet, so that an answer would leave out posts. */
public final class SearchNotReady extends RuntimeException {

    private final long done;

    public SearchNotReady(long done) {
        super("the search index is being built, " + done + " posts so far");
        this.done = done;
    }

    /** Posts that are in the index already. */
    public long done() {
        return done;
    }
}
