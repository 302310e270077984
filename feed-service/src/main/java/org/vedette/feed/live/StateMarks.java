package org.vedette.feed.live;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;

/**
 * Marks states of the timeline, for who listens while no event is remembered. Every change adds to the revisions of all
 * posts together, so equal marks mean that nothing happened between, on whatever instance. A mark is negative, which no
 * place is.
 */
final class StateMarks {

    private final AtomicReference<@Nullable Marked> last = new AtomicReference<>();

    private record Marked(Timeline state, long mark) {}

    long of(Timeline state) {
        var known = last.get();
        if (known != null && known.state() == state) {
            return known.mark();
        }
        var mark = -1 - state.all().mapToLong(Position::revision).sum();
        last.set(new Marked(state, mark));
        return mark;
    }
}
