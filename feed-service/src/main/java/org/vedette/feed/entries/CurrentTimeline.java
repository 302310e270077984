package org.vedette.feed.entries;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.timeline.Timeline;

/**
 * The timeline that this instance serves, and the projection version it was read from. Both change in one step, so that no
 * failure leaves the timeline of one version over the entries of another.
 */
public final class CurrentTimeline {

    private final AtomicReference<State> state = new AtomicReference<>(new State(null, Timeline.EMPTY));
    private final AtomicLong appliedUpTo = new AtomicLong();

    /** @param version the projection version; null before the timeline is loaded */
    private record State(@Nullable String version, Timeline timeline) {

        State with(Timeline next) {
            return next == timeline ? this : new State(version, next);
        }
    }

    /** The newest state this instance knows; complete once {@link #isLoaded()}. */
    public Timeline get() {
        return state().timeline();
    }

    /** The projection version that is served; empty before the timeline is loaded. */
    public Optional<String> version() {
        return Optional.ofNullable(state().version());
    }

    public boolean isLoaded() {
        return state().version() != null;
    }

    /** Serves a timeline that was read as a whole. */
    public void load(String version, Timeline timeline) {
        state.set(new State(version, timeline));
    }

    /** Serves the timeline of a version in place of another timeline; false when that is not the newest any more. */
    public boolean replace(Timeline before, String version, Timeline next) {
        var now = state();
        return now.timeline() == before && state.compareAndSet(now, new State(version, next));
    }

    /** Includes what was read from the store. */
    public void include(Collection<? extends ProjectedPost> posts) {
        var positions = posts.stream().map(ProjectedPost::position).toList();
        state.updateAndGet(now -> now.with(now.timeline().with(positions)));
    }

    /** Records that the timeline contains all changes before an offset of the topic of changes. */
    public void recordApplied(long offset) {
        appliedUpTo.accumulateAndGet(offset, Math::max);
    }

    /** The offset before which the timeline contains all changes; it only grows, and means the same on every instance. */
    public long appliedUpTo() {
        return appliedUpTo.get();
    }

    /** Whether the timeline has this revision of a post, or a later one. */
    public boolean has(ProjectedPost post) {
        return get().find(post.id())
                .filter(known -> known.revision() >= post.revision())
                .isPresent();
    }

    private State state() {
        return Objects.requireNonNull(state.get());
    }
}
