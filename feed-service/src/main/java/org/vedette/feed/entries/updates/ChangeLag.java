package org.vedette.feed.entries.updates;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far this instance is behind the changes: when the broker last responded, and how old what is served may be. */
public final class ChangeLag {

    private final Clock clock;
    private final Instant startedAt;
    private volatile @Nullable Instant respondedAt;
    private volatile @Nullable Instant currentAt;
    private volatile @Nullable Instant changedAt;
    private volatile long outstanding;

    public ChangeLag(Clock clock) {
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /**
     * Records a response of the broker.
     *
     * @param notApplied changes that it has and that are not applied yet
     */
    public void recordResponse(long notApplied) {
        var now = clock.instant();
        respondedAt = now;
        outstanding = notApplied;
        if (notApplied <= 0) {
            currentAt = now;
        }
    }

    /** Records that a change was applied. A time of publication in the future counts as now. */
    public void recordApplied(Instant publishedAt) {
        var now = clock.instant();
        var published = publishedAt.isAfter(now) ? now : publishedAt;
        var current = currentAt;
        changedAt = now;
        currentAt = current == null || published.isAfter(current) ? published : current;
    }

    /** Changes that were not applied when the broker last responded. */
    public long outstanding() {
        return outstanding;
    }

    /** Time since the broker last responded, or since the start. */
    public Duration sinceResponse() {
        return since(respondedAt);
    }

    /** Time since nothing was known to be missing here, or since the start. */
    public Duration age() {
        return since(currentAt);
    }

    /** Whether this instance is known to show everything that was published before this much time. */
    public boolean isAtMost(Duration limit) {
        return outstanding <= 0 && age().compareTo(limit) <= 0;
    }

    /** Time since the last change; empty while there was none. */
    public Optional<Duration> sinceChange() {
        return Optional.ofNullable(changedAt).map(this::since);
    }

    private Duration since(@Nullable Instant instant) {
        return Duration.between(instant == null ? startedAt : instant, clock.instant());
    }
}
