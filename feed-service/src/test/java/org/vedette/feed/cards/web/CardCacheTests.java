package org.vedette.feed.cards.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.cards.Card;
import org.vedette.feed.cards.CardPainter;
import org.vedette.feed.cards.CardService;
import org.vedette.feed.cards.Cards;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.InMemoryEntries;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.serving.web.CachedResponse;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class CardCacheTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Cards CARDS = new Cards(new Blog("Blog", "Tagline", URI.create("https://blog.example.org")));
    private static final Card CARD = CARDS.ofPost("A title", null);

    private final AtomicInteger drawn = new AtomicInteger();
    private final CountDownLatch mayDraw = new CountDownLatch(1);
    private final Scheduler painters = Schedulers.newBoundedElastic(1, 2, "test-cards");

    @AfterEach
    void close() {
        mayDraw.countDown();
        painters.dispose();
    }

    @Test
    void manyRequestsForOneCardDrawItOnce() {
        var cache = cache(this::drawWhenAllowed);
        Queue<CachedResponse> received = new ConcurrentLinkedQueue<>();

        IntStream.range(0, 50).forEach(request -> cache.get(CARD).subscribe(received::add, failure -> {}));
        mayDraw.countDown();

        await().atMost(TIMEOUT).until(() -> received.size() == 50);
        assertThat(drawn).hasValue(1);
        assertThat(received).containsOnly(received.element());
    }

    @Test
    void aCardThatWasDrawnIsKept() {
        mayDraw.countDown();
        var cache = cache(this::drawWhenAllowed);

        var first = cache.get(CARD).block(TIMEOUT);
        var second = cache.get(CARD).block(TIMEOUT);

        assertThat(second).isSameAs(first);
        assertThat(drawn).hasValue(1);
    }

    @Test
    void moreCardsThanCanWaitAreRefused() {
        var cache = cache(this::drawWhenAllowed);
        IntStream.range(0, 3).forEach(number -> {
            cache.get(CARDS.ofPost("Title " + number, null)).subscribe(response -> {}, failure -> {});
            await().atMost(TIMEOUT).until(() -> drawn.get() == 1);
        });

        assertThatThrownBy(() -> cache.get(CARD).block(TIMEOUT))
                .isInstanceOf(RequestRejectedException.class)
                .hasMessageContaining("Please try again");
    }

    @Test
    void aFailureIsNotKept() {
        mayDraw.countDown();
        var cache = cache(card -> {
            if (drawn.incrementAndGet() == 1) {
                throw new IllegalStateException("for once");
            }
            return new byte[] {1};
        });

        assertThatThrownBy(() -> cache.get(CARD).block(TIMEOUT)).hasMessage("for once");
        assertThat(cache.get(CARD).block(TIMEOUT)).isNotNull();
    }

    /** On a machine without the native libraries of Java 2D; for Reactor such an error is fatal. */
    @Test
    void aMachineThatCannotDrawAnswersThatItCannot() {
        var cache = cache(card -> {
            throw new UnsatisfiedLinkError("no awt in java.library.path");
        });

        assertThatThrownBy(() -> cache.get(CARD).block(TIMEOUT))
                .isInstanceOf(RequestRejectedException.class)
                .hasMessageContaining("cannot be drawn");
    }

    private CardCache cache(CardPainter painter) {
        var service = new CardService(new CurrentTimeline(), new InMemoryEntries(), CARDS, painter, painters);
        return new CardCache(service);
    }

    private byte[] drawWhenAllowed(Card card) {
        drawn.incrementAndGet();
        try {
            assertThat(mayDraw.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return new byte[] {1};
    }
}
