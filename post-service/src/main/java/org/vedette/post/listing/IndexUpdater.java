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
 * which second it was stored, and the last few seconds are read again and again. A broken index is rebuilt.
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

    /** How much longer the pause after an update is than the update, so that an import does not make it read all the time. */
    private static final int PAUSE_FACTOR = 9;

    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);

    private final StoredPosts posts;
    private final PostIndex index;
    private final Clock clock;
    private volatile @Nullable Instant updatedUntil;
    private volatile boolean wasBroken;

    private volatile Instant nextUpdate = Instant.MIN;

    public IndexUpdater(StoredPosts posts, PostIndex index, Clock clock) {
        this.posts = posts;
        this.index = index;
        this.clock = clock;
    }

    /** Whether the index has all posts. */
    public boolean isReady() {
        return updatedUntil != null && !index.isBroken();
    }

    /**
     * Requires that the index has all posts.
     *
     * @throws IndexIncompleteException while the service starts
     * @throws IndexBrokenException while a broken index is rebuilt
     */
    void requireReady() {
        if (!isReady()) {
            throw wasBroken || index.isBroken() ? new IndexBrokenException(null) : new IndexIncompleteException();
        }
    }

    /** Fills the index, or adds what was stored lately; run repeatedly. */
    public void update() {
        if (index.isBroken()) {
            reset();
        }
        var now = clock.instant();
        var since = updatedUntil;
        if (since == null || since.plus(MAX_GAP).isBefore(now)) {
            rebuild(now);
        } else {
            put(posts.storedIn(seconds(since, now), index::has), UPDATE_TIMEOUT);
            nextUpdate = clock.instant().plus(pauseAfter(Duration.between(now, clock.instant())));
        }
        updatedUntil = now;
    }

    private static Duration pauseAfter(Duration update) {
        var pause = update.multipliedBy(PAUSE_FACTOR);
        return pause.compareTo(MAX_PAUSE) < 0 ? pause : MAX_PAUSE;
    }

    /** Updates, unless the last update took so long that the pause after it is not over. There is none after a rebuild. */
    public void updateInTurn() {
        if (index.isBroken() || !clock.instant().isBefore(nextUpdate)) {
            update();
        }
    }

    private void reset() {
        if (!wasBroken) {
            log.warn("The index of lists is broken, mostly because its disk is full: it is rebuilt");
        }
        wasBroken = true;
        updatedUntil = null;
        index.reset();
    }

    private void rebuild(Instant now) {
        var count = put(posts.all(), REBUILD_TIMEOUT);
        log.info(
                "Indexed {} posts for lists in {} ms",
                count,
                Duration.between(now, clock.instant()).toMillis());
        wasBroken = false;
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
