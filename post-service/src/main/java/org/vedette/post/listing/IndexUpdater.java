package org.vedette.post.listing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Flux;

/**
 * Fills the index from the store when the service starts, and then adds what other replicas store: every document says in
 * which second it was stored, and the last few seconds are read again and again.
 */
@MayBlock("the thread of its worker")
public final class IndexUpdater {

    private static final Logger log = LoggerFactory.getLogger(IndexUpdater.class);
    private static final int BATCH = 100;
    private static final Duration REBUILD_TIMEOUT = Duration.ofMinutes(30);
    private static final Duration UPDATE_TIMEOUT = Duration.ofSeconds(30);

    /** How long after its second a write may be stored, and how far the clocks of replicas may be apart. */
    private static final Duration MAX_DELAY = Duration.ofSeconds(6);

    /** After a longer outage the index is rebuilt. */
    private static final Duration MAX_GAP = Duration.ofMinutes(10);

    private final StoredPosts posts;
    private final PostIndex index;
    private final Clock clock;
    private volatile @Nullable Instant updatedUntil;

    public IndexUpdater(StoredPosts posts, PostIndex index, Clock clock) {
        this.posts = posts;
        this.index = index;
        this.clock = clock;
    }

    /** Whether the index has all posts. */
    public boolean isReady() {
        return updatedUntil != null;
    }

    /** Fills the index, or adds what was stored lately; run repeatedly. */
    public void update() {
        var now = clock.instant();
        var since = updatedUntil;
        if (since == null || since.plus(MAX_GAP).isBefore(now)) {
            rebuild(now);
        } else {
            put(posts.storedIn(seconds(since, now), index::has), UPDATE_TIMEOUT);
        }
        updatedUntil = now;
    }

    private void rebuild(Instant now) {
        var count = put(posts.all(), REBUILD_TIMEOUT);
        log.info(
                "Indexed {} posts for lists in {} ms",
                count,
                Duration.between(now, clock.instant()).toMillis());
    }

    @CanIgnoreReturnValue
    private long put(Flux<IndexedPost> found, Duration timeout) {
        return found.buffer(BATCH)
                .doOnNext(index::put)
                .map(List::size)
                .reduce(0L, Long::sum)
                .blockOptional(timeout)
                .orElseThrow();
    }

    private static List<Long> seconds(Instant since, Instant now) {
        return LongStream.rangeClosed(
                        since.minus(MAX_DELAY).getEpochSecond(),
                        now.plus(MAX_DELAY).getEpochSecond())
                .boxed()
                .toList();
    }
}
