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

/** Renders pages; none of them is for a cache, since they are about one person. */
@Component
public final class Pages {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final TemplateEngine templates;
    private final SiteView site;

    Pages(TemplateEngine templates, NotificationServiceProperties properties) {
        this.templates = templates;
        this.site = new SiteView(properties.site().title(), properties.site().tagline());
    }

    public SiteView site() {
        return site;
    }

    /** A page made by a template from its view. */
    public ResponseEntity<byte[]> page(HttpStatusCode status, String template, Object view) {
        var output = new Utf8ByteOutput();
        templates.render(template, view, output);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(output.toByteArray());
    }

    /** A page that says one thing. */
    public ResponseEntity<byte[]> message(HttpStatusCode status, String title, String lede, MessageView.Link next) {
        return page(status, "message.jte", new MessageView(site, title, lede, next));
    }

    /** A page that says one thing and leads nowhere. */
    public ResponseEntity<byte[]> message(HttpStatusCode status, String title, String lede) {
        return page(status, "message.jte", new MessageView(site, title, lede, null));
    }
}
