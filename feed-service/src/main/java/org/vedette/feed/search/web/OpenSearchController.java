package org.vedette.feed.search.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.serving.web.CacheControlPolicy;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.serving.web.ResponseCache;
import org.vedette.feed.serving.web.XmlDocument;
import reactor.core.publisher.Mono;

/** Tells browsers how to search the blog from their address bars (OpenSearch 1.1). */
@Hidden
@RestController
class OpenSearchController {

    private static final String MEDIA_TYPE = "application/opensearchdescription+xml";

    /** In characters, by the specification. */
    private static final int MAX_SHORT_NAME = 16;

    private static final int MAX_LONG_NAME = 48;
    private static final int MAX_DESCRIPTION = 1024;

    private final Blog blog;
    private final ResponseCache cache;

    OpenSearchController(Blog blog, ResponseCache cache) {
        this.blog = blog;
        this.cache = cache;
    }

    @GetMapping(Blog.OPEN_SEARCH)
    Mono<CachedResponse> description() {
        return cache.get(Blog.OPEN_SEARCH, () -> Mono.fromSupplier(this::response));
    }

    private CachedResponse response() {
        return CachedResponse.ok(MEDIA_TYPE + ";charset=utf-8", write(), CacheControlPolicy.FEED);
    }

    private byte[] write() {
        var xml = new XmlDocument();
        xml.start("OpenSearchDescription", "xmlns", "http://a9.com/-/spec/opensearch/1.1/");
        xml.element("ShortName", cut(blog.title(), MAX_SHORT_NAME));
        xml.element("Description", cut("Search " + blog.title() + ": " + blog.tagline(), MAX_DESCRIPTION));
        writeUrl(xml, "text/html", "results", blog.address(Blog.SEARCH) + "?q={searchTerms}");
        writeUrl(xml, MEDIA_TYPE, "self", blog.address(Blog.OPEN_SEARCH));
        xml.element("LongName", cut(blog.title(), MAX_LONG_NAME));
        xml.element("Image", blog.address(Blog.SMALL_ICON), "width", "144", "height", "144", "type", "image/png");
        xml.element("Language", "*");
        xml.element("InputEncoding", "UTF-8");
        xml.element("OutputEncoding", "UTF-8");
        xml.end();
        return xml.bytes();
    }

    private static void writeUrl(XmlDocument xml, String type, String relation, String template) {
        xml.emptyElement("Url", "type", type, "rel", relation, "template", template);
    }

    /** As many whole words as fit, and of a word that does not fit its beginning. */
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        var end = text.lastIndexOf(' ', max);
        var isWithinPair = Character.isHighSurrogate(text.charAt(max - 1));
        return text.substring(0, end > 0 ? end : isWithinPair ? max - 1 : max).strip();
    }
}
