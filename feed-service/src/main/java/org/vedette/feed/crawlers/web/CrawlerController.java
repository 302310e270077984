package org.vedette.feed.crawlers.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.feed.crawlers.Robots;
import org.vedette.feed.crawlers.Sitemap;
import org.vedette.feed.crawlers.SitemapService;
import org.vedette.feed.serving.web.CacheControlPolicy;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.serving.web.ResponseCache;
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
    private final ResponseCache responses;

    CrawlerController(Robots robots, SitemapService sitemaps, SitemapWriter writer, ResponseCache responses) {
        this.robots = robots;
        this.sitemaps = sitemaps;
        this.writer = writer;
        this.responses = responses;
    }

    @GetMapping("/robots.txt")
    Mono<CachedResponse> robots() {
        return responses.get(
                "/robots.txt",
                () -> Mono.fromSupplier(robots::text)
                        .map(text -> CachedResponse.ok(
                                TEXT, text.getBytes(StandardCharsets.UTF_8), CacheControlPolicy.FEED)));
    }

    @GetMapping("/sitemap.xml")
    Mono<CachedResponse> index() {
        return responses.get(
                "/sitemap.xml",
                () -> Mono.fromSupplier(sitemaps::index).map(sitemap -> rendition(writer.index(sitemap))));
    }

    @GetMapping("/sitemap-posts-" + NUMBER)
    Mono<CachedResponse> posts(@PathVariable int number) {
        return send("/sitemap-posts-" + number + ".xml", () -> sitemaps.posts(number));
    }

    @GetMapping("/sitemap-pages.xml")
    Mono<CachedResponse> firstPages() {
        return send("/sitemap-pages.xml", () -> sitemaps.pages(1));
    }

    @GetMapping("/sitemap-pages-" + NUMBER)
    Mono<CachedResponse> morePages(@PathVariable int number) {
        return send("/sitemap-pages-" + number + ".xml", () -> number == 1 ? Optional.empty() : sitemaps.pages(number));
    }

    private Mono<CachedResponse> send(String address, Supplier<Optional<Sitemap>> maker) {
        return responses.get(
                address,
                () -> Mono.fromSupplier(maker)
                        .flatMap(Mono::justOrEmpty)
                        .map(sitemap -> rendition(writer.pages(sitemap)))
                        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))));
    }

    private static CachedResponse rendition(byte[] xml) {
        return CachedResponse.ok(XML, xml, CacheControlPolicy.FEED);
    }
}
