package org.vedette.feed.site.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.vedette.feed.serving.web.CacheControlPolicy;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.serving.web.ResponseCache;
import org.vedette.feed.site.PageResponse;
import org.vedette.feed.site.PageResponse.Page;
import org.vedette.feed.site.archive.ArchivePage;
import org.vedette.feed.site.archive.ArchivePeriodPage;
import org.vedette.feed.site.archive.ListingPage;
import org.vedette.feed.site.feeds.FeedsPage;
import org.vedette.feed.site.indexes.NameIndexPage;
import org.vedette.feed.site.indexes.SeriesIndexPage;
import org.vedette.feed.site.legal.LegalPage;
import org.vedette.feed.site.post.FrontPage;
import org.vedette.feed.site.post.PostPage;
import org.vedette.feed.site.search.SearchPage;
import reactor.core.publisher.Mono;

/** Renders pages with their templates, each address once for a state of the timeline. */
@Component
class PageRenderer {

    static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private static final String HTML_VALUE = "text/html;charset=UTF-8";
    private static final Map<Class<? extends Page>, String> TEMPLATES = Map.ofEntries(
            Map.entry(FrontPage.class, "front.jte"),
            Map.entry(PostPage.class, "post.jte"),
            Map.entry(ListingPage.class, "listing.jte"),
            Map.entry(ArchivePage.class, "archive.jte"),
            Map.entry(ArchivePeriodPage.class, "period.jte"),
            Map.entry(NameIndexPage.class, "names.jte"),
            Map.entry(SeriesIndexPage.class, "series.jte"),
            Map.entry(FeedsPage.class, "feeds.jte"),
            Map.entry(LegalPage.class, "legal.jte"),
            Map.entry(SearchPage.class, "search.jte"),
            Map.entry(ProblemView.class, "problem.jte"));

    private final TemplateEngine templates;
    private final ResponseCache cache;

    PageRenderer(TemplateEngine templates, ResponseCache cache) {
        this.templates = templates;
        this.cache = cache;
    }

    /** The response at an address: the cached one, else what is loaded now. */
    Mono<CachedResponse> respond(String address, Supplier<Mono<PageResponse>> loader) {
        return cache.get(address, () -> loader.get().map(this::response));
    }

    /** The response to somebody who may see what the public must not: made for this request, and kept nowhere. */
    Mono<CachedResponse> respondPrivately(Mono<PageResponse> loaded) {
        return loaded.map(response -> response instanceof Page page
                ? CachedResponse.ok(HTML_VALUE, render(page), CacheControlPolicy.PRIVATE)
                : CachedResponse.movedPrivately(((PageResponse.MovedPermanently) response).location()));
    }

    private CachedResponse response(PageResponse response) {
        return response instanceof Page page
                ? CachedResponse.ok(HTML_VALUE, render(page), CacheControlPolicy.PAGE)
                : CachedResponse.movedPermanently(((PageResponse.MovedPermanently) response).location());
    }

    byte[] render(Page page) {
        var html = new Utf8ByteOutput();
        var jsonLd = page.layout().head().structuredData().stream()
                .map(JsonLd::write)
                .toList();
        templates.render(template(page), Map.of("page", page, "jsonLd", jsonLd), html);
        try (var bytes = new ByteArrayOutputStream(html.getContentLength())) {
            html.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static String template(Page page) {
        var template = TEMPLATES.get(page.getClass());
        if (template == null) {
            throw new IllegalStateException("there is no template for " + page.getClass());
        }
        return template;
    }
}
