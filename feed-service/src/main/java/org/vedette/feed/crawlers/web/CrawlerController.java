package org.vedette.feed.crawlers.web;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.crawlers.SitemapService;
import org.vedette.feed.crawlers.SitemapUrl;
import org.vedette.feed.serving.web.CacheControlPolicy;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.serving.web.ResponseCache;
import org.vedette.feed.serving.web.XmlDocument;
import reactor.core.publisher.Mono;

/** The robots.txt and the sitemaps. They are at the root, since a sitemap may only name what is below its folder. */
@RestController
class CrawlerController {

    private static final String XML = "application/xml;charset=utf-8";
    private static final String TEXT = "text/plain;charset=utf-8";
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NUMBER = "{number:[1-9][0-9]{0,4}}.xml";

    /** Endless lists, forms, endless streams, and what is for programs or for editors. */
    private static final List<String> DISALLOWED =
            List.of("/search?", "/api/", "/live", "/subscriptions/", "/studio", "/login", "/logout");

    private final SitemapService sitemaps;
    private final ResponseCache cache;
    private final Blog blog;

    CrawlerController(SitemapService sitemaps, ResponseCache cache, Blog blog) {
        this.sitemaps = sitemaps;
        this.cache = cache;
        this.blog = blog;
    }

    @GetMapping("/robots.txt")
    Mono<CachedResponse> robots() {
        return respond("/robots.txt", TEXT, () -> robotsTxt(blog).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/sitemap.xml")
    Mono<CachedResponse> index() {
        return respond("/sitemap.xml", XML, () -> write("sitemapindex", "sitemap", sitemaps.index()));
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
        return write("urlset", "url", urls);
    }

    /**
     * The robots.txt (RFC 9309): everything that people are meant to find is open to all crawlers. A rule is a path from the
     * root of the host, wherever on the host the blog is.
     */
    static String robotsTxt(Blog blog) {
        var folder = blog.base().getRawPath();
        return DISALLOWED.stream()
                .map(path -> "Disallow: " + folder + path + "\n")
                .collect(
                        Collectors.joining("", "User-agent: *\n", "\nSitemap: " + blog.address("/sitemap.xml") + "\n"));
    }

    /** Writes the format of sitemaps.org. */
    private static byte[] write(String root, String element, List<SitemapUrl> urls) {
        var xml = new XmlDocument();
        xml.start(root, "xmlns", NAMESPACE);
        for (var url : urls) {
            xml.start(element);
            xml.element("loc", url.location());
            var lastModified = url.lastModified();
            if (lastModified != null) {
                xml.element(
                        "lastmod", lastModified.truncatedTo(ChronoUnit.SECONDS).toString());
            }
            xml.end();
        }
        xml.end();
        return xml.bytes();
    }
}
