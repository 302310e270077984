package org.vedette.feed.crawlers.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.feed.crawlers.RobotsTxt;
import org.vedette.feed.crawlers.SitemapService;
import org.vedette.feed.crawlers.SitemapUrl;
import org.vedette.feed.serving.web.CacheControlPolicy;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.serving.web.ResponseCache;
import reactor.core.publisher.Mono;

/** The robots.txt and the sitemaps. They are at the root, since a sitemap may only name what is below its folder. */
@RestController
class CrawlerController {

    private static final String XML = "application/xml;charset=utf-8";
    private static final String TEXT = "text/plain;charset=utf-8";
    private static final String NUMBER = "{number:[1-9][0-9]{0,4}}.xml";

    private final RobotsTxt robots;
    private final SitemapService sitemaps;
    private final SitemapWriter writer;
    private final ResponseCache cache;

    CrawlerController(RobotsTxt robots, SitemapService sitemaps, SitemapWriter writer, ResponseCache cache) {
        this.robots = robots;
        this.sitemaps = sitemaps;
        this.writer = writer;
        this.cache = cache;
    }

    @GetMapping("/robots.txt")
    Mono<CachedResponse> robots() {
        return respond("/robots.txt", TEXT, () -> robots.text().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/sitemap.xml")
    Mono<CachedResponse> index() {
        return respond("/sitemap.xml", XML, () -> writer.index(sitemaps.index()));
    }

    @GetMapping("/sitemap-posts-" + NUMBER)
    Mono<CachedResponse> posts(@PathVariable int number) {
        return respond("/sitemap-posts-" + number + ".xml", XML, () -> sitemap(sitemaps.posts(number)));
    }

    @GetMapping("/sitemap-pages.xml")
    Mono<CachedResponse> firstPages() {
        return respond("/sitemap-pages.xml", XML, () -> sitemap(sitemaps.pages(1)));
    }

    @GetMapping("/sitemap-pages-" + NUMBER)
    Mono<CachedResponse> morePages(@PathVariable int number) {
        return respond(
                "/sitemap-pages-" + number + ".xml",
                XML,
                () -> sitemap(number == 1 ? List.of() : sitemaps.pages(number)));
    }

    private Mono<CachedResponse> respond(String address, String contentType, Supplier<byte[]> body) {
        return cache.get(
                address,
                () -> Mono.fromSupplier(() -> CachedResponse.ok(contentType, body.get(), CacheControlPolicy.FEED)));
    }

    private byte[] sitemap(List<SitemapUrl> urls) {
        if (urls.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return writer.sitemap(urls);
    }
}
