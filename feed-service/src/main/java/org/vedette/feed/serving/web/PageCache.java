package org.vedette.feed.serving.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.entries.EntriesUnavailable;
import org.vedette.feed.entries.LiveTimeline;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Mono;

/**
 * The finished answers of this instance. They are good for one state of the timeline: with the next one all are made
 * anew, each once, however many ask for it at the same time.
 */
public final class PageCache {

    private final LiveTimeline timeline;
    private final long maxBytes;
    private final AtomicReference<Edition> edition;

    /** @param maxBytes memory that answers may take */
    public PageCache(LiveTimeline timeline, long maxBytes) {
        this.timeline = timeline;
        this.maxBytes = maxBytes;
        this.edition = new AtomicReference<>(Edition.of(timeline.now(), maxBytes));
    }

    /** What was made of one state of the timeline; what is still being made when the next one comes goes with it. */
    private record Edition(
            Timeline state, Cache<String, Rendition> made, ConcurrentMap<String, Mono<Rendition>> inTheMaking) {

        static Edition of(Timeline state, long maxBytes) {
            var made = Caffeine.newBuilder()
                    .maximumWeight(maxBytes)
                    .weigher((String address, Rendition answer) -> answer.weight())
                    .executor(Runnable::run)
                    .build();
            return new Edition(state, made, new ConcurrentHashMap<>());
        }

        Mono<Rendition> make(String address, Supplier<Mono<Rendition>> maker) {
            return Mono.defer(maker)
                    .doOnNext(answer -> made.put(address, answer))
                    .doFinally(done -> inTheMaking.remove(address))
                    .cache();
        }
    }

    /**
     * The answer at an address, made if nobody did yet.
     *
     * @param address the path and those parameters that make a difference, in one order
     * @throws EntriesUnavailable while this instance does not know yet what was published
     */
    public Mono<Rendition> get(String address, Supplier<Mono<Rendition>> maker) {
        if (!timeline.isLoaded()) {
            return Mono.error(new EntriesUnavailable(new IllegalStateException("the timeline is being loaded")));
        }
        var now = current();
        var there = now.made().getIfPresent(address);
        return there != null
                ? Mono.just(there)
                : now.inTheMaking().computeIfAbsent(address, absent -> now.make(address, maker));
    }

    /** The answer at an address if it is there now. */
    @Nullable
    Rendition hot(String address) {
        return current().made().getIfPresent(address);
    }

    private Edition current() {
        var now = timeline.now();
        var last = edition.get();
        return last != null && last.state() == now
                ? last
                : edition.updateAndGet(other -> other.state() == now ? other : Edition.of(now, maxBytes));
    }
}
