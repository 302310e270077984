package org.vedette.feed.serving.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.timeline.Timeline;
import org.vedette.starter.failures.GuaranteedSignal;
import reactor.core.publisher.Mono;

/**
 * The complete responses of this instance. They belong to one state of the timeline: when it changes, every response is
 * made again, once, however many requests wait for it.
 *
 * <p>The date of a response is when this instance first answered from that state. The time of the newest event would not
 * do: an event may arrive late, and a restart brings other templates and settings without any event. The dates of
 * replicas differ by their lag; below one second that hides no change, as a date is sent two seconds later at the
 * earliest, and a replica that is further behind sends none.
 */
public final class ResponseCache {

    /** Longer addresses are not published by the site; anybody can make them up. */
    private static final int MAX_ADDRESS_LENGTH = 512;

    /** More than any page takes. Without it requests would wait for ever for a load that an Error has ended. */
    static final Duration LOAD_TIMEOUT = Duration.ofSeconds(30);

    private final CurrentTimeline timeline;
    private final long maxBytes;
    private final Clock clock;
    private final AtomicReference<Generation> current;

    /** @param maxBytes memory that responses may take */
    public ResponseCache(CurrentTimeline timeline, long maxBytes, Clock clock) {
        this.timeline = timeline;
        this.maxBytes = maxBytes;
        this.clock = clock;
        this.current = new AtomicReference<>(generation(timeline.get()));
    }

    /**
     * What was made of one state of the timeline, and what is being made of it; both are dropped with that state.
     *
     * <p>Not Caffeine's {@code AsyncCache}: decision 8 says why.
     */
    private record Generation(
            Timeline state,
            Instant since,
            Cache<String, CachedResponse> responses,
            ConcurrentMap<String, Mono<CachedResponse>> loading) {

        Mono<CachedResponse> load(Supplier<Mono<CachedResponse>> loader) {
            return Mono.defer(loader).map(response -> response.lastModified(since));
        }

        Mono<CachedResponse> loadOnce(String address, Supplier<Mono<CachedResponse>> loader) {
            return loading.computeIfAbsent(
                    address,
                    absent -> load(loader)
                            .as(GuaranteedSignal.within(LOAD_TIMEOUT, () -> notLoaded(address)))
                            .doOnNext(response -> responses.put(address, response))
                            .doFinally(signal -> loading.remove(address))
                            .cache());
        }
    }

    private static EntriesUnavailableException notLoaded(String address) {
        return new EntriesUnavailableException(address + " was not loaded within " + LOAD_TIMEOUT);
    }

    /**
     * The response at an address, loaded when it is absent. Failures are not kept.
     *
     * @param address the path and those parameters that make a difference, in one order
     * @throws EntriesUnavailableException while this instance does not know yet what was published
     */
    public Mono<CachedResponse> get(String address, Supplier<Mono<CachedResponse>> loader) {
        if (!timeline.isLoaded()) {
            return Mono.error(
                    new EntriesUnavailableException(new IllegalStateException("the timeline is being loaded")));
        }
        var generation = current();
        if (address.length() > MAX_ADDRESS_LENGTH) {
            return generation.load(loader);
        }
        var present = generation.responses().getIfPresent(address);
        return present != null ? Mono.just(present) : generation.loadOnce(address, loader);
    }

    @Nullable
    CachedResponse getIfPresent(String address) {
        return current().responses().getIfPresent(address);
    }

    private Generation current() {
        var state = timeline.get();
        var generation = current.get();
        return generation != null && generation.state() == state
                ? generation
                : current.updateAndGet(this::newestGeneration);
    }

    /** Reads the timeline again: a delayed thread must not bring back an older state. */
    private Generation newestGeneration(Generation known) {
        var state = timeline.get();
        return known.state() == state ? known : generation(state);
    }

    private Generation generation(Timeline state) {
        Cache<String, CachedResponse> responses = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String address, CachedResponse response) -> address.length() + response.weight())
                .executor(Runnable::run)
                .build();
        return new Generation(state, clock.instant(), responses, new ConcurrentHashMap<>());
    }
}
