package org.vedette.feed.live;

import org.jspecify.annotations.Nullable;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;

/**
 * Ids for states of the timeline, for clients of a stream that remembers no event. Every change adds to the sum of the
 * revisions of all posts, so equal ids mean that nothing happened between, on whatever instance. An id is negative, which
 * no offset is.
 */
final class StateIds {

    private volatile @Nullable Known last;

    private record Known(Timeline state, long id) {}

    long of(Timeline state) {
        var known = last;
        if (known == null || known.state() != state) {
            known = new Known(
                    state, -1 - state.all().mapToLong(Position::revision).sum());
            last = known;
        }
        return known.id();
    }
}
