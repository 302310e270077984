package org.vedette.notification.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.starter.legal.LegalProperties;

/** Renders pages. None of them may be cached, because each concerns one person. */
@Component
public final class PageRenderer {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final TemplateEngine templates;
    private final SiteView site;

    PageRenderer(TemplateEngine templates, NotificationServiceProperties properties, LegalProperties legal) {
        this.templates = templates;
        this.site = new SiteView(properties.site().title(), properties.site().tagline(), legal.pages());
    }

    public SiteView site() {
        return site;
    }

    /** A response with a view rendered by a template. */
    public ResponseEntity<byte[]> page(HttpStatusCode status, String template, Object view) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(render(template, view));
    }

    /** A response with a short text and a link. */
    public ResponseEntity<byte[]> notice(HttpStatusCode status, String title, String lede, NoticeView.Link next) {
        return page(status, "notice.jte", new NoticeView(site, title, lede, next));
    }

    /** A response with a short text. */
    public ResponseEntity<byte[]> notice(HttpStatusCode status, String title, String lede) {
        return page(status, "notice.jte", new NoticeView(site, title, lede, null));
    }

    byte[] render(String template, Object view) {
        var output = new Utf8ByteOutput();
        templates.render(template, view, output);
        return output.toByteArray();
    }
}
