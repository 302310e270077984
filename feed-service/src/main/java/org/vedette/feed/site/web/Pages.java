package org.vedette.feed.site.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.vedette.feed.site.page.FrontPage;
import org.vedette.feed.site.page.Page;
import org.vedette.feed.site.page.PostPage;
import org.vedette.feed.site.page.SeriesPage;

/** Prints a page to bytes. */
@Component
class Pages {

    static final String HTML_TYPE = "text/html;charset=UTF-8";
    static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

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
        if (page instanceof FrontPage) {
            return "front.jte";
        }
        if (page instanceof PostPage) {
            return "post.jte";
        }
        return page instanceof SeriesPage ? "series.jte" : "message.jte";
    }
}
