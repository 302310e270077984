package org.vedette.feed.cards.web;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.cards.Card;
import org.vedette.feed.cards.CardService;
import org.vedette.feed.cards.Cards;
import org.vedette.feed.serving.web.CachedResponse;
import reactor.core.publisher.Mono;

/**
 * The cards. The address of one that a page had before redirects to what it has now: a link that was shared shows the
 * present title.
 */
@RestController
class CardController {

    private static final String FILE = "/{hash:[0-9a-f]{18}}.png";
    private static final String POST = "{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

    private final CardService service;
    private final CardCache cache;
    private final Cards cards;
    private final Blog blog;

    CardController(CardService service, CardCache cache, Cards cards, Blog blog) {
        this.service = service;
        this.cache = cache;
        this.cards = cards;
        this.blog = blog;
    }

    @GetMapping(Cards.FOLDER + Cards.SITE + FILE)
    Mono<CachedResponse> ofSite(@PathVariable String hash) {
        return respond(Cards.SITE, cards.ofSite(), hash);
    }

    @GetMapping(Cards.FOLDER + POST + FILE)
    Mono<CachedResponse> ofPost(@PathVariable String id, @PathVariable String hash) {
        return service.ofPost(UUID.fromString(id)).flatMap(card -> respond(id, card, hash));
    }

    private Mono<CachedResponse> respond(String subject, Card card, String hash) {
        return card.hash().equals(hash)
                ? cache.get(card)
                : Mono.just(CachedResponse.movedPermanently(blog.address(Cards.path(subject, card.hash()))));
    }
}
