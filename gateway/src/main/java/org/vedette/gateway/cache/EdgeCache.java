package org.vedette.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.cache.OriginFetcher.OriginResponse;
import org.vedette.gateway.forwarding.UpstreamClient;
import org.vedette.gateway.states.NewestState;
import org.vedette.gateway.states.NewestStates;
import org.vedette.starter.failures.GuaranteedSignal;
import reactor.core.publisher.Mono;

/**
 * The stored responses, by request target.
 *
 * <p>A response is fresh for a second, whatever its service allows, so that what is corrected or withdrawn is seen soon.
 * For one more second it is sent while one request in the background asks the service whether it still holds. Anything
 * older waits for such a request, one for all clients. A service that does not respond is asked again once a second, and
 * meanwhile clients get what is stored.
 *
 * <p>A response from an instance that lags behind another of its service is not stored and replaces nothing.
 */
@Component
class EdgeCache {

    private static final Logger log = LoggerFactory.getLogger(EdgeCache.class);

    static final Duration FRESH = Duration.ofSeconds(1);
    static final Duration STALE_WHILE_REVALIDATE = Duration.ofSeconds(2);

    /** A service that failed so recently is likely to fail again, so clients do not wait for it. */
    static final Duration RECENT_FAILURE = Duration.ofSeconds(5);

    /** What could not be stored is not tried again so soon, so that clients do not wait for one another. */
    private static final Duration NOT_STORABLE = Duration.ofSeconds(2);

    private static final int MAX_NOT_STORABLE = 10_000;

    /** More than any service may take to respond; without it an Error could leave a revalidation open for ever. */
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final Cache<String, CacheEntry> entries;
    private final Cache<String, Boolean> notStorable;
    private final ConcurrentMap<String, Mono<StoredResponse>> revalidations = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, FirstFetch> firstFetches = new ConcurrentHashMap<>();
    private final AtomicLong reserved = new AtomicLong();
    private final OriginFetcher fetcher;
    private final NewestStates states;
    private final long maxReserved;
    private final Duration staleIfError;
    private final Clock clock;

    EdgeCache(
            OriginFetcher fetcher,
            NewestStates states,
            GatewayProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.fetcher = fetcher;
        this.states = states;
        this.maxReserved = properties.cache().size().toBytes() / 2;
        this.staleIfError = properties.cache().staleIfError();
        this.clock = clock;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(properties.cache().size().toBytes())
                .weigher((String target, CacheEntry entry) ->
                        target.length() + entry.representation().weight())
                .executor(Runnable::run)
                .build();
        this.notStorable = Caffeine.newBuilder()
                .maximumSize(MAX_NOT_STORABLE)
                .expireAfterWrite(NOT_STORABLE)
                .executor(Runnable::run)
                .build();
        meters.gauge("vedette.gateway.cache.bytes", entries, EdgeCache::weight);
    }

    private static double weight(Cache<String, CacheEntry> entries) {
        return entries.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    /** What a request can be answered with at once; null when its service must be asked first. */
    @Nullable
    StoredResponse find(CacheableRequest request) {
        var entry = entries.getIfPresent(request.target());
        if (entry == null || request.reload() || !entry.representation().suits(request.acceptsGzip())) {
            return null;
        }
        var now = clock.instant();
        var sinceCheck = entry.sinceCheck(now);
        if (sinceCheck.compareTo(FRESH) < 0) {
            return storedResponse(entry, entry.originFailed() ? CacheStatus.STALE_IF_ERROR : CacheStatus.HIT, now);
        }
        if (entry.originFailed()) {
            return sinceCheck.compareTo(RECENT_FAILURE) < 0 && mayBeSentOnError(entry, now)
                    ? whileRevalidating(request, entry, CacheStatus.STALE_IF_ERROR, now)
                    : null;
        }
        return sinceCheck.compareTo(STALE_WHILE_REVALIDATE) < 0
                ? whileRevalidating(request, entry, CacheStatus.STALE, now)
                : null;
    }

    private StoredResponse whileRevalidating(
            CacheableRequest request, CacheEntry entry, CacheStatus status, Instant now) {
        var target = request.target();
        if (!revalidations.containsKey(target)) {
            revalidate(target, entry)
                    .subscribe(done -> {}, failure -> log.debug("{} was not revalidated", target, failure));
        }
        return storedResponse(entry, status, now);
    }

    /**
     * Asks the service whether what is stored still holds, once for all who wait; empty when there is nothing stored that
     * suits the request, or it does not hold and nothing can be stored in its place.
     */
    Mono<StoredResponse> revalidate(CacheableRequest request) {
        var entry = entries.getIfPresent(request.target());
        return entry == null || !entry.representation().suits(request.acceptsGzip())
                ? Mono.empty()
                : revalidate(request.target(), entry);
    }

    private Mono<StoredResponse> revalidate(String target, CacheEntry entry) {
        return revalidations.computeIfAbsent(
                target,
                absent -> fetcher.fetch(target, entry, required(entry.origin()))
                        .flatMap(response -> Mono.justOrEmpty(update(target, entry, response)))
                        .onErrorResume(failure -> Mono.justOrEmpty(keepOnError(target, entry, failure)))
                        .as(GuaranteedSignal.within(TIMEOUT))
                        .doFinally(end -> revalidations.remove(target))
                        .cache());
    }

    private Optional<StoredResponse> update(String target, CacheEntry known, OriginResponse response) {
        var now = clock.instant();
        if (!newestOf(known.origin(), now).isCurrent(response.state(), now)) {
            return Optional.of(put(target, known.unconfirmed(now), CacheStatus.STALE, now));
        }
        if (response instanceof OriginResponse.NotModified) {
            return Optional.of(put(target, known.validated(now), CacheStatus.REVALIDATED, now));
        }
        if (response instanceof OriginResponse.Storable storable) {
            var entry = CacheEntry.of(storable.representation(), known.origin(), now);
            return Optional.of(put(target, entry, CacheStatus.REPLACED, now));
        }
        entries.invalidate(target);
        return Optional.empty();
    }

    private Optional<StoredResponse> keepOnError(String target, CacheEntry known, Throwable failure) {
        var now = clock.instant();
        if (!mayBeSentOnError(known, now)) {
            return Optional.empty();
        }
        log.debug("{} is sent as it was {} ago", target, known.age(now), failure);
        return Optional.of(put(target, known.failed(now), CacheStatus.STALE_IF_ERROR, now));
    }

    private boolean mayBeSentOnError(CacheEntry entry, Instant now) {
        return entry.age(now).compareTo(staleIfError) <= 0;
    }

    /** Begins to fetch what is not stored yet; empty while somebody else does. */
    Optional<FirstFetch> begin(CacheableRequest request) {
        var fetch = new FirstFetch();
        return firstFetches.putIfAbsent(request.target(), fetch) == null ? Optional.of(fetch) : Optional.empty();
    }

    /** What somebody else fetches; empty when it cannot be stored, or nobody fetches it any more. */
    Mono<StoredResponse> await(CacheableRequest request) {
        var fetch = firstFetches.get(request.target());
        return fetch == null ? Mono.justOrEmpty(find(request)) : fetch.response();
    }

    /** Ends a fetch; those who wait for it get its response, or fetch for themselves. */
    void end(CacheableRequest request, FirstFetch fetch) {
        firstFetches.remove(request.target(), fetch);
        fetch.end();
    }

    /**
     * Reserves memory for a response that is being received; false when others take it. All together take at most half as
     * much as is stored.
     */
    boolean reserve(long bytes) {
        if (reserved.addAndGet(bytes) <= maxReserved) {
            return true;
        }
        release(bytes);
        return false;
    }

    void release(long bytes) {
        reserved.addAndGet(-bytes);
    }

    /** Stores what was fetched; empty when it comes from an instance that lags behind. */
    Optional<StoredResponse> store(
            CacheableRequest request, UpstreamClient origin, Representation representation, long state) {
        var now = clock.instant();
        return newestOf(origin, now).isCurrent(state, now)
                ? Optional.of(put(request.target(), CacheEntry.of(representation, origin, now), CacheStatus.MISS, now))
                : Optional.empty();
    }

    private long required(UpstreamClient origin) {
        var now = clock.instant();
        return newestOf(origin, now).required(now);
    }

    private NewestState newestOf(UpstreamClient origin, Instant now) {
        return states.of(origin.circuit(), now);
    }

    void recordNotStorable(CacheableRequest request) {
        notStorable.put(request.target(), true);
    }

    /** Whether there is no memory at all, or what is requested could not be stored a moment ago. */
    boolean isKnownNotStorable(CacheableRequest request) {
        return maxReserved == 0 || notStorable.getIfPresent(request.target()) != null;
    }

    private StoredResponse put(String target, CacheEntry entry, CacheStatus status, Instant now) {
        entries.put(target, entry);
        return storedResponse(entry, status, now);
    }

    private static StoredResponse storedResponse(CacheEntry entry, CacheStatus status, Instant now) {
        return new StoredResponse(entry.representation(), status, entry.age(now));
    }
}
