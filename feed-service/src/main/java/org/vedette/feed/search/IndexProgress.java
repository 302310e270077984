package org.vedette.feed.search;

import org.jspecify.annotations.Nullable;
import org.vedette.feed.search.SearchState.Phase;

/** How far the building of the index is: once complete it stays so, since the index before serves until the next. */
record IndexProgress(Phase phase, long done, @Nullable String failure) {

    static final IndexProgress NONE = new IndexProgress(Phase.BUILDING, 0, null);

    IndexProgress begun() {
        return new IndexProgress(phase == Phase.COMPLETE ? phase : Phase.BUILDING, 0, null);
    }

    IndexProgress further(int posts) {
        return new IndexProgress(phase, done + posts, failure);
    }

    IndexProgress completed() {
        return new IndexProgress(Phase.COMPLETE, done, null);
    }

    IndexProgress failed(String reason) {
        return new IndexProgress(phase == Phase.COMPLETE ? phase : Phase.FAILED, done, reason);
    }
}
