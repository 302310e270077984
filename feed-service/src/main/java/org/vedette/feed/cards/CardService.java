package org.vedette.feed.cards;

import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.Summaries;
import org.vedette.feed.serving.RequestRejectedException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Finds out what the card of a page shows now, and draws it. */
public final class CardService {

    private static final Logger log = LoggerFactory.getLogger(CardService.class);

    private final CurrentTimeline timeline;
    private final Entries entries;
    private final Cards cards;
    private final CardPainter painter;
    private final Scheduler painters;

    /** Whether the log says already that nothing can be drawn here. */
    private final AtomicBoolean failed = new AtomicBoolean();

    /** @param painters draws; it may refuse more than it can draw in time */
    public CardService(
            CurrentTimeline timeline, Entries entries, Cards cards, CardPainter painter, Scheduler painters) {
        this.timeline = timeline;
        this.entries = entries;
        this.cards = cards;
        this.painter = painter;
        this.painters = painters;
    }

    /**
     * The card of a public post.
     *
     * @throws RequestRejectedException when there is no such post for the public, or it was withdrawn
     */
    public Mono<Card> ofPost(UUID id) {
        var known = timeline.get().find(id).filter(post -> !post.isRestricted());
        if (known.isEmpty()) {
            return Mono.error(unknown());
        }
        if (known.get().isWithdrawn()) {
            return Mono.error(RequestRejectedException.gone("withdrawn-post", "This post was withdrawn."));
        }
        return Summaries.of(entries, known.stream())
                .flatMap(found -> Mono.justOrEmpty(found.of(id)))
                .map(post -> cards.ofPost(post.title(), post.series()))
                .switchIfEmpty(Mono.error(CardService::unknown));
    }

    /** Draws a card; fails with {@link RequestRejectedException} under too much load, and where nothing can be drawn. */
    public Mono<byte[]> draw(Card card) {
        return Mono.fromCallable(() -> paint(card))
                .subscribeOn(painters)
                .onErrorMap(RejectedExecutionException.class, CardService::busy);
    }

    /** Without the libraries of Java 2D, the JDK throws an error that Reactor would not pass on. */
    private byte[] paint(Card card) {
        try {
            return painter.paint(card);
        } catch (LinkageError noLibraries) {
            if (failed.compareAndSet(false, true)) {
                log.warn("Cannot draw cards on this machine, so shared links have no picture", noLibraries);
            }
            throw RequestRejectedException.unavailable("cards-unavailable", "Pictures cannot be drawn here.");
        }
    }

    private static RequestRejectedException unknown() {
        return RequestRejectedException.notFound("unknown-post", "There is no picture of such a post.");
    }

    private static RequestRejectedException busy(Throwable rejected) {
        log.debug("Rejected the drawing of a card, because too many are waiting", rejected);
        return RequestRejectedException.unavailable(
                "cards-busy", "More pictures are waiting than can be drawn now. Please try again in half a minute.");
    }
}
