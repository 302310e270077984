package org.vedette.feed.search;

import org.jspecify.annotations.Nullable;

/**
 * The state of the search index. Once complete it stays so, since the previous index serves until the next is complete.
 *
 * @param phase whether it can be searched
 * @param done posts that the build in progress, or the last one, has read
 * @param posts posts that a search can find now
 * @param failure why the last build failed; null when it did not
 */
public record IndexState(
        Phase phase, long done, long posts, @Nullable String failure) {

    static final IndexState NEW = new IndexState(Phase.BUILDING, 0, 0, null);

    /** Whether the index can be searched. */
    public enum Phase {
        BUILDING,
        COMPLETE,
        FAILED
    }

    public boolean isComplete() {
        return phase == Phase.COMPLETE;
    }

    IndexState begun() {
        return new IndexState(isComplete() ? phase : Phase.BUILDING, 0, posts, null);
    }

    IndexState read(int more) {
        return new IndexState(phase, done + more, posts, failure);
    }

    IndexState completed() {
        return new IndexState(Phase.COMPLETE, done, posts, null);
    }

    IndexState failed(String reason) {
        return new IndexState(isComplete() ? phase : Phase.FAILED, done, posts, reason);
    }

    IndexState with(long searchable) {
        return new IndexState(phase, done, searchable, failure);
    }
}
