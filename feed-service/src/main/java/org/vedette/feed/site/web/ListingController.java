package org.vedette.feed.site.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.site.ListingPages;
import org.vedette.feed.site.lists.PageNumber;
import reactor.core.publisher.Mono;

/** The posts of a series, a tag or an author. */
@RestController
class ListingController {

    private final ListingPages listings;
    private final PageAnswers answers;

    ListingController(ListingPages listings, PageAnswers answers) {
        this.listings = listings;
        this.answers = answers;
    }

    @GetMapping("/series/{slug}")
    Mono<CachedResponse> series(@PathVariable String slug, ServerWebExchange exchange) {
        return send(exchange, Scope.series(slug));
    }

    @GetMapping("/tags/{tag}")
    Mono<CachedResponse> tag(@PathVariable String tag, ServerWebExchange exchange) {
        return send(exchange, Scope.tag(tag));
    }

    @GetMapping("/authors/{slug}")
    Mono<CachedResponse> author(@PathVariable String slug, ServerWebExchange exchange) {
        return send(exchange, Scope.author(slug));
    }

    private Mono<CachedResponse> send(ServerWebExchange exchange, Scope scope) {
        var page = PageNumber.of(exchange.getRequest().getQueryParams().get("page"));
        return answers.send(page.address(scope.page()), () -> listings.listing(scope, page));
    }
}
