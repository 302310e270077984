package org.vedette.feed.search;

import org.jspecify.annotations.Nullable;

/**
 * How far the index is.
 *
 * @param phase whether it can be searched
 * @param done posts that the build in progress, or the last one, has read
 * @param posts posts that a search can find now
 * @param failure why the last build failed; null when it did not. A complete index goes on serving after a later build
 *     has failed
 */
public record SearchState(
        Phase phase, long done, long posts, @Nullable String failure) {

    /** Whether the index can be searched. */
    public enum Phase {
        BUILDING,
        COMPLETE,
        FAILED
    }

    public boolean isComplete() {
        return phase == Phase.COMPLETE;
    }
}
