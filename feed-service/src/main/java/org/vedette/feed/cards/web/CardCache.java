package org.vedette.feed.cards.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;
import org.vedette.feed.cards.Card;
import org.vedette.feed.cards.CardService;
import org.vedette.feed.serving.web.CacheControlPolicy;
import org.vedette.feed.serving.web.CachedResponse;
import reactor.core.publisher.Mono;

/**
 * The cards that were drawn last. A card depends on nothing but what it shows, so that it outlives the states of the
 * timeline, which the cache of pages does not.
 */
@Component
class CardCache {

    /** A card takes 20 to 60 KB. */
    private static final long MAX_BYTES = 16L << 20;

    private final CardService cards;
    private final ConcurrentMap<String, Mono<CachedResponse>> drawing = new ConcurrentHashMap<>();
    private final Cache<String, CachedResponse> drawn = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((String hash, CachedResponse response) -> response.weight())
            .executor(Runnable::run)
            .build();

    CardCache(CardService cards) {
        this.cards = cards;
    }

    /** The picture of a card, drawn once, however many requests wait for it. Failures are not kept. */
    Mono<CachedResponse> get(Card card) {
        var hash = card.hash();
        var present = drawn.getIfPresent(hash);
        return present != null ? Mono.just(present) : drawOnce(hash, card);
    }

    private Mono<CachedResponse> drawOnce(String hash, Card card) {
        return drawing.computeIfAbsent(
                hash,
                absent -> cards.draw(card)
                        .map(png -> CachedResponse.ok(Card.MEDIA_TYPE, png, CacheControlPolicy.FEED))
                        .doOnNext(response -> drawn.put(hash, response))
                        // Before anybody hears of a failure, so that the next request draws again.
                        .doOnTerminate(() -> drawing.remove(hash))
                        .cache());
    }
}
