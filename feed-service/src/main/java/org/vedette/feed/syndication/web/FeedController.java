package org.vedette.feed.syndication.web;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.redirects.RenamedPages;
import org.vedette.feed.serving.Cursor;
import org.vedette.feed.serving.web.CacheControlPolicy;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.serving.web.ResponseCache;
import org.vedette.feed.syndication.Feed;
import org.vedette.feed.syndication.SyndicationService;
import reactor.core.publisher.Mono;

/** The feeds, each in every format. */
@RestController
class FeedController {

    private static final String SCOPE = "/{folder:series|tags|authors}/{key}/";
    private static final String FILE = "{file:rss\\.xml|atom\\.xml|feed\\.json}";

    private final SyndicationService syndication;
    private final Map<String, FeedWriter> writers;
    private final Blog blog;
    private final ResponseCache cache;
    private final RenamedPages renamed;

    FeedController(
            SyndicationService syndication,
            List<FeedWriter> writers,
            Blog blog,
            ResponseCache cache,
            RenamedPages renamed) {
        this.syndication = syndication;
        this.writers = writers.stream()
                .collect(toUnmodifiableMap(writer -> writer.format().file(), Function.identity()));
        this.blog = blog;
        this.cache = cache;
        this.renamed = renamed;
    }

    @GetMapping("/feeds/" + FILE)
    Mono<CachedResponse> everything(@PathVariable String file, @RequestParam MultiValueMap<String, String> parameters) {
        return respond(Scope.EVERYTHING, writer(file), parameters);
    }

    @GetMapping(SCOPE + FILE)
    Mono<CachedResponse> scope(
            @PathVariable String folder,
            @PathVariable String key,
            @PathVariable String file,
            @RequestParam MultiValueMap<String, String> parameters) {
        var scope = scope(folder, key);
        var writer = writer(file);
        return respond(scope, writer, parameters)
                .onErrorResume(ResponseStatusException.class, notFound -> present(scope, writer, notFound));
    }

    /** Redirects from the address that one would guess from that of the feed of everything. */
    @GetMapping(SCOPE + "feeds/" + FILE)
    Mono<CachedResponse> guessed(@PathVariable String folder, @PathVariable String key, @PathVariable String file) {
        var scope = scope(folder, key);
        var feed = blog.address(scope.feed(writer(file).format()));
        return cache.get(
                scope.page() + "/feeds/" + file,
                () -> syndication.has(scope) ? Mono.just(CachedResponse.movedPermanently(feed)) : notFound());
    }

    /** Other parameters make no difference: feed readers add some of their own. */
    private Mono<CachedResponse> respond(Scope scope, FeedWriter writer, MultiValueMap<String, String> parameters) {
        @Nullable List<String> cursors = parameters.get(Cursor.PARAMETER);
        var after = Cursor.parse(cursors);
        var contentType = writer.format().mediaType() + ";charset=utf-8";
        return cache.get(
                Feed.path(scope, writer.format(), after),
                () -> syndication
                        .feed(scope, after)
                        .map(feed -> CachedResponse.ok(contentType, writer.write(feed), CacheControlPolicy.FEED))
                        .switchIfEmpty(Mono.defer(() -> formerAddress(scope, writer))));
    }

    private Mono<CachedResponse> formerAddress(Scope scope, FeedWriter writer) {
        var current = syndication.current(scope);
        return current.equals(scope)
                ? notFound()
                : Mono.just(CachedResponse.movedPermanently(blog.address(current.feed(writer.format()))));
    }

    private FeedWriter writer(String file) {
        return Objects.requireNonNull(writers.get(file));
    }

    /** Not cached with the feeds: a redirect ends without any change of a post. */
    private Mono<CachedResponse> present(Scope scope, FeedWriter writer, Throwable notFound) {
        return Mono.justOrEmpty(renamed.find(scope))
                .map(present -> CachedResponse.movedPermanently(blog.address(present.feed(writer.format()))))
                .switchIfEmpty(Mono.error(notFound));
    }

    private static Mono<CachedResponse> notFound() {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Scope scope(String folder, String key) {
        return switch (folder) {
            case "series" -> Scope.series(key);
            case "tags" -> Scope.tag(key);
            default -> Scope.author(key);
        };
    }
}
