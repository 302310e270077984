package org.vedette.post.listing;

import org.jspecify.annotations.Nullable;

/** Signals that the index cannot be read or written any more, mostly because its disk is full; it is rebuilt. */
public final class IndexBrokenException extends RuntimeException {

    /** @param cause the first failure; null when it was reported before */
    public IndexBrokenException(@Nullable Exception cause) {
        super(
                "The lists are rebuilt, because their index could not be written; where its disk is full, that waits"
                        + " for space.",
                cause);
    }
}
