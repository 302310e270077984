package org.vedette.notification.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.pages.Link;
import org.vedette.pages.NoticePage;
import org.vedette.pages.PageLayout;
import org.vedette.pages.Site;
import org.vedette.pages.form.FormPage;
import org.vedette.starter.legal.LegalProperties;

/** Renders pages. None of them may be cached, because each concerns one person. */
@Component
public final class PageRenderer {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final TemplateEngine templates;
    private final Site site;

    PageRenderer(TemplateEngine templates, NotificationServiceProperties properties, LegalProperties legal) {
        this.templates = templates;
        this.site = new Site(
                properties.site().title(),
                properties.site().tagline(),
                legal.pages().stream()
                        .map(page -> new Link(page.title(), page.path()))
                        .toList());
    }

    public Site site() {
        return site;
    }

    public String siteTitle() {
        return site.title();
    }

    /** The layout of a page with a title. */
    public PageLayout layout(String title) {
        return PageLayout.notIndexed(site, title);
    }

    /** A response with a form. */
    public ResponseEntity<byte[]> form(HttpStatusCode status, FormPage page) {
        return response(status, render("pages/form.jte", page));
    }

    /** A response with a page of a template of its own. */
    public ResponseEntity<byte[]> page(HttpStatusCode status, String template, Object view) {
        return response(status, render(template, view));
    }

    /** A response with a short text and links. */
    public ResponseEntity<byte[]> notice(HttpStatusCode status, String title, String lede, Link... actions) {
        return response(status, render(NoticePage.of(layout(title), title, lede, List.of(actions))));
    }

    byte[] render(NoticePage page) {
        return render("pages/notice.jte", page);
    }

    private byte[] render(String template, Object view) {
        var output = new Utf8ByteOutput();
        templates.render(template, view, output);
        return output.toByteArray();
    }

    private static ResponseEntity<byte[]> response(HttpStatusCode status, byte[] html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(html);
    }
}
