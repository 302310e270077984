package org.vedette.feed.serving.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Mono;

/**
 * The finished answers of this instance. They are good for one state of the timeline: with the next one all are made
 * anew, each once, however many ask for it at the same time.
 *
 * <p>An answer is as old as that state is here. The time of the newest event would not do: an event may come late, and a
 * start brings other templates and settings without any. Replicas give dates that differ by as much as one lags behind
 * another. While that is less than a second it hides no change, since a date is sent two seconds after it at the earliest.
 */
public final class PageCache {

    /** We publish none that is longer; anybody can make some up. */
    private static final int LONGEST_KEPT = 512;

    private final CurrentTimeline timeline;
    private final long maxBytes;
    private final Clock clock;
    private final AtomicReference<Edition> edition;

    /** @param maxBytes memory that answers may take */
    public PageCache(CurrentTimeline timeline, long maxBytes, Clock clock) {
        this.timeline = timeline;
        this.maxBytes = maxBytes;
        this.clock = clock;
        this.edition = new AtomicReference<>(editionOf(timeline.get()));
    }

    /**
     * What was made of one state of the timeline; what is still being made when the next one comes goes with it.
     *
     * @param since when this instance first answered from that state, which is the date of all that is made of it
     */
    private record Edition(
            Timeline state,
            Instant since,
            Cache<String, Rendition> made,
            ConcurrentMap<String, Mono<Rendition>> inTheMaking) {

        static Edition of(Timeline state, Instant since, long maxBytes) {
            var made = Caffeine.newBuilder()
                    .maximumWeight(maxBytes)
                    .weigher(PageCache::weight)
                    .executor(Runnable::run)
                    .build();
            return new Edition(state, since, made, new ConcurrentHashMap<>());
        }

        Mono<Rendition> make(Supplier<Mono<Rendition>> maker) {
            return Mono.defer(maker).map(answer -> answer.dated(since));
        }

        Mono<Rendition> makeAndKeep(String address, Supplier<Mono<Rendition>> maker) {
            return make(maker)
                    .doOnNext(answer -> made.put(address, answer))
                    .doFinally(done -> inTheMaking.remove(address))
                    .cache();
        }
    }

    /**
     * The answer at an address, made if nobody did yet.
     *
     * @param address the path and those parameters that make a difference, in one order
     * @throws EntriesUnavailableException while this instance does not know yet what was published
     */
    public Mono<Rendition> get(String address, Supplier<Mono<Rendition>> maker) {
        if (!timeline.isLoaded()) {
            return Mono.error(
                    new EntriesUnavailableException(new IllegalStateException("the timeline is being loaded")));
        }
        var now = current();
        if (address.length() > LONGEST_KEPT) {
            return now.make(maker);
        }
        var there = now.made().getIfPresent(address);
        return there != null
                ? Mono.just(there)
                : now.inTheMaking().computeIfAbsent(address, absent -> now.makeAndKeep(address, maker));
    }

    /** The answer at an address if it is there now. */
    @Nullable
    Rendition hot(String address) {
        return current().made().getIfPresent(address);
    }

    private static int weight(String address, Rendition answer) {
        return address.length() + answer.weight();
    }

    private Edition current() {
        var now = timeline.get();
        var last = edition.get();
        return last != null && last.state() == now ? last : edition.updateAndGet(this::newest);
    }

    /** Looks again: who was held up is not to go back to an older state. */
    private Edition newest(Edition other) {
        var now = timeline.get();
        return other.state() == now ? other : editionOf(now);
    }

    private Edition editionOf(Timeline state) {
        return Edition.of(state, clock.instant(), maxBytes);
    }
}
