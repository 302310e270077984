package org.vedette.feed.crawlers.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.crawlers.Robots;
import org.vedette.feed.crawlers.Sitemap;
import org.vedette.feed.crawlers.SitemapService;
import org.vedette.feed.serving.web.Answers;
import org.vedette.feed.serving.web.Freshness;
import org.vedette.feed.serving.web.Rendition;
import reactor.core.publisher.Mono;

/** What crawlers ask for. All of it is at the root, since a sitemap may only name what is below its folder. */
@RestController
class CrawlerController {

    private static final String XML = "application/xml;charset=utf-8";
    private static final String TEXT = "text/plain;charset=utf-8";
    private static final String NUMBER = "{number:[1-9][0-9]{0,4}}.xml";

    private final Robots robots;
    private final SitemapService sitemaps;
    private final SitemapWriter writer;
    private final Answers answers;

    CrawlerController(Robots robots, SitemapService sitemaps, SitemapWriter writer, Answers answers) {
        this.robots = robots;
        this.sitemaps = sitemaps;
        this.writer = writer;
        this.answers = answers;
    }

    @GetMapping("/robots.txt")
    Mono<Void> robots(ServerWebExchange exchange) {
        return answers.send(
                exchange,
                "/robots.txt",
                () -> Mono.fromSupplier(robots::text)
                        .map(text -> Rendition.of(TEXT, text.getBytes(StandardCharsets.UTF_8), Freshness.FEED)));
    }

    @GetMapping("/sitemap.xml")
    Mono<Void> index(ServerWebExchange exchange) {
        return answers.send(
                exchange,
                "/sitemap.xml",
                () -> Mono.fromSupplier(sitemaps::index).map(sitemap -> rendition(writer.index(sitemap))));
    }

    @GetMapping("/sitemap-posts-" + NUMBER)
    Mono<Void> posts(@PathVariable int number, ServerWebExchange exchange) {
        return send(exchange, "/sitemap-posts-" + number + ".xml", () -> sitemaps.posts(number));
    }

    @GetMapping("/sitemap-pages.xml")
    Mono<Void> firstPages(ServerWebExchange exchange) {
        return send(exchange, "/sitemap-pages.xml", () -> sitemaps.pages(1));
    }

    @GetMapping("/sitemap-pages-" + NUMBER)
    Mono<Void> morePages(@PathVariable int number, ServerWebExchange exchange) {
        return send(
                exchange,
                "/sitemap-pages-" + number + ".xml",
                () -> number == 1 ? Optional.empty() : sitemaps.pages(number));
    }

    private Mono<Void> send(ServerWebExchange exchange, String address, Supplier<Optional<Sitemap>> maker) {
        return answers.send(
                exchange,
                address,
                () -> Mono.fromSupplier(maker)
                        .flatMap(Mono::justOrEmpty)
                        .map(sitemap -> rendition(writer.pages(sitemap)))
                        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))));
    }

    private static Rendition rendition(byte[] xml) {
        return Rendition.of(XML, xml, Freshness.FEED);
    }
}
