package org.vedette.feed.syndication.web;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.serving.web.Answers;
import org.vedette.feed.serving.web.Freshness;
import org.vedette.feed.serving.web.Rendition;
import org.vedette.feed.syndication.Feed;
import org.vedette.feed.syndication.SyndicationService;
import reactor.core.publisher.Mono;

/** The feeds, each in every format. */
@RestController
class FeedController {

    private static final String FOLDER = "/{folder:series|tags|authors}/{key}/";
    private static final String FILE = "{file:rss\\.xml|atom\\.xml|feed\\.json}";

    private final SyndicationService syndication;
    private final Map<String, FeedWriter> writers;
    private final Blog blog;
    private final Answers answers;

    FeedController(SyndicationService syndication, List<FeedWriter> writers, Blog blog, Answers answers) {
        this.syndication = syndication;
        this.writers = writers.stream()
                .collect(toUnmodifiableMap(writer -> writer.format().file(), Function.identity()));
        this.blog = blog;
        this.answers = answers;
    }

    @GetMapping("/feeds/" + FILE)
    Mono<Void> everything(@PathVariable String file, ServerWebExchange exchange) {
        return send(Scope.EVERYTHING, writer(file), exchange);
    }

    @GetMapping(FOLDER + FILE)
    Mono<Void> part(
            @PathVariable String folder,
            @PathVariable String key,
            @PathVariable String file,
            ServerWebExchange exchange) {
        return send(scope(folder, key), writer(file), exchange);
    }

    /** Where somebody looks who knows the address of the feed of everything. */
    @GetMapping(FOLDER + "feeds/" + FILE)
    Mono<Void> guessed(
            @PathVariable String folder,
            @PathVariable String key,
            @PathVariable String file,
            ServerWebExchange exchange) {
        var scope = scope(folder, key);
        var feed = blog.address(scope.feed(writer(file).format()));
        return answers.send(
                exchange,
                scope.page() + "/feeds/" + file,
                () -> syndication.has(scope) ? Mono.just(Rendition.moved(feed)) : unknown());
    }

    private Mono<Void> send(Scope scope, FeedWriter writer, ServerWebExchange exchange) {
        return answers.send(
                exchange,
                scope.feed(writer.format()),
                () -> syndication.feed(scope).map(feed -> written(feed, writer)).switchIfEmpty(unknown()));
    }

    private FeedWriter writer(String file) {
        return Objects.requireNonNull(writers.get(file));
    }

    private static Mono<Rendition> unknown() {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Rendition written(Feed feed, FeedWriter writer) {
        var type = writer.format().mediaType() + ";charset=utf-8";
        return Rendition.of(type, writer.write(feed), Freshness.FEED);
    }

    private static Scope scope(String folder, String key) {
        return switch (folder) {
            case "series" -> Scope.series(key);
            case "tags" -> Scope.tag(key);
            default -> Scope.author(key);
        };
    }
}
