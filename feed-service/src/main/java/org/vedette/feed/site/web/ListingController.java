package org.vedette.feed.site.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.redirects.RenamedPages;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.serving.RequestRejectedException.Reason;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.site.PageNumber;
import org.vedette.feed.site.archive.ListingService;
import reactor.core.publisher.Mono;

/** The pages of series, tags and authors. One that was renamed leads to its present page once it has no post. */
@RestController
class ListingController {

    private final ListingService listings;
    private final PageRenderer renderer;
    private final RenamedPages renamed;
    private final Blog blog;

    ListingController(ListingService listings, PageRenderer renderer, RenamedPages renamed, Blog blog) {
        this.listings = listings;
        this.renderer = renderer;
        this.renamed = renamed;
        this.blog = blog;
    }

    @GetMapping("/series/{slug}")
    Mono<CachedResponse> series(@PathVariable String slug, @RequestParam MultiValueMap<String, String> parameters) {
        return listing(Scope.series(slug), parameters);
    }

    @GetMapping("/tags/{tag}")
    Mono<CachedResponse> tag(@PathVariable String tag, @RequestParam MultiValueMap<String, String> parameters) {
        return listing(Scope.tag(tag), parameters);
    }

    @GetMapping("/authors/{slug}")
    Mono<CachedResponse> author(@PathVariable String slug, @RequestParam MultiValueMap<String, String> parameters) {
        return listing(Scope.author(slug), parameters);
    }

    private Mono<CachedResponse> listing(Scope scope, MultiValueMap<String, String> parameters) {
        @Nullable List<String> values = parameters.get("page");
        var page = PageNumber.of(values);
        return renderer.respond(page.address(scope.page()), () -> listings.listing(scope, page))
                .onErrorResume(ListingController::isNotFound, notFound -> present(scope, notFound));
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof RequestRejectedException rejected && rejected.reason() == Reason.NOT_FOUND;
    }

    /** Not cached with the pages: a redirect ends without any change of a post. */
    private Mono<CachedResponse> present(Scope scope, Throwable notFound) {
        return Mono.justOrEmpty(renamed.find(scope))
                .filter(present -> !listings.has(scope))
                .map(present -> CachedResponse.movedPermanently(blog.address(present.page())))
                .switchIfEmpty(Mono.error(notFound));
    }
}
