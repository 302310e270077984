package org.vedette.feed.search;

import org.jspecify.annotations.Nullable;
import org.vedette.feed.search.SearchState.Phase;

/** How far the building of the index is: once complete it stays so, since the index before serves until the next. */
record Progress(Phase phase, long done, @Nullable String failure) {

    static final Progress NONE = new Progress(Phase.BUILDING, 0, null);

    Progress begun() {
        return new Progress(phase == Phase.COMPLETE ? phase : Phase.BUILDING, 0, null);
    }

    Progress further(int posts) {
        return new Progress(phase, done + posts, failure);
    }

    Progress completed() {
        return new Progress(Phase.COMPLETE, done, null);
    }

    Progress failed(String reason) {
        return new Progress(phase == Phase.COMPLETE ? phase : Phase.FAILED, done, reason);
    }
}
