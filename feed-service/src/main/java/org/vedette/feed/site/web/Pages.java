package org.vedette.feed.site.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.vedette.feed.site.page.ArchivePage;
import org.vedette.feed.site.page.FrontPage;
import org.vedette.feed.site.page.ListingPage;
import org.vedette.feed.site.page.MessagePage;
import org.vedette.feed.site.page.Page;
import org.vedette.feed.site.page.PostPage;
import org.vedette.feed.site.page.SearchPage;
import org.vedette.feed.site.page.StretchPage;

/** Prints a page to bytes. */
@Component
class Pages {

    static final String HTML_TYPE = "text/html;charset=UTF-8";
    static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private static final Map<Class<? extends Page>, String> TEMPLATES = Map.of(
            FrontPage.class, "front.jte",
            PostPage.class, "post.jte",
            ListingPage.class, "listing.jte",
            ArchivePage.class, "archive.jte",
            StretchPage.class, "stretch.jte",
            SearchPage.class, "search.jte",
            MessagePage.class, "message.jte");

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.vedette.feed.views");

    byte[] print(Page page) {
        var printed = new Utf8ByteOutput();
        templates.render(template(page), page, printed);
        try (var bytes = new ByteArrayOutputStream(printed.getContentLength())) {
            printed.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
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
