package org.vedette.post.studio.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.HiddenField;
import org.vedette.pages.Link;
import org.vedette.pages.PageLayout;
import org.vedette.pages.SignedIn;
import org.vedette.pages.Site;
import org.vedette.pages.StudioMenu;
import org.vedette.post.requests.Caller;
import org.vedette.starter.legal.LegalProperties;

/** Renders the pages of the studio. None of them may be cached, because each is for one person. */
@Component
public final class StudioPages {

    public static final String HOME = StudioMenu.HOME;
    public static final String POSTS = StudioMenu.POSTS;
    public static final String SCHEDULE = StudioMenu.SCHEDULE;
    public static final String SERIES = StudioMenu.SERIES;
    public static final String AUTHORS = StudioMenu.AUTHORS;
    public static final String TAGS = StudioMenu.TAGS;
    public static final String RENAMINGS = "/studio/renamings";
    public static final String MEDIA = StudioMenu.MEDIA;
    public static final String REDIRECTS = StudioMenu.REDIRECTS;
    public static final String IMPORTS = StudioMenu.IMPORTS;
    public static final String EXPORT = "/studio/export";

    /** Has the token that scripts send, and forms of the gateway. */
    private static final String TOKEN = "X-CSRF-Token";

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private final TemplateEngine templates;
    private final Site site;

    StudioPages(TemplateEngine templates, StudioProperties properties, LegalProperties legal) {
        this.templates = templates;
        this.site = new Site(
                properties.siteTitle(),
                properties.siteTagline(),
                legal.pages().stream()
                        .map(page -> new Link(page.title(), page.path()))
                        .toList());
    }

    /** The layout of a page of the studio with a title. */
    public ApplicationLayout layout(
            String title, @Nullable String menuPath, Caller caller, ServerWebExchange exchange) {
        var person = new SignedIn(
                caller.person().name(), "/account", "/logout", List.of(new HiddenField("_csrf", token(exchange))));
        return layout(title, menuPath, caller.isEditor() ? StudioMenu.FOR_EDITORS : StudioMenu.FOR_ALL, person);
    }

    /** The layout of a page for somebody who is not known. */
    ApplicationLayout layout(String title) {
        return layout(title, null, StudioMenu.FOR_ALL, null);
    }

    private ApplicationLayout layout(
            String title, @Nullable String menuPath, List<Link> navigation, @Nullable SignedIn person) {
        return new ApplicationLayout(site, StudioMenu.APPLICATION, HOME, title, navigation, menuPath, person);
    }

    /** The layout of a page that looks as those of the site do. */
    public PageLayout siteLayout(String title) {
        return PageLayout.notIndexed(site, title);
    }

    /** What a script must send with a request; empty for a caller without a session. */
    public static String token(ServerWebExchange exchange) {
        var token = exchange.getRequest().getHeaders().getFirst(TOKEN);
        return token == null ? "" : token;
    }

    public ResponseEntity<byte[]> ok(String template, Object view) {
        return page(HttpStatus.OK, template, view);
    }

    public ResponseEntity<byte[]> page(HttpStatusCode status, String template, Object view) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(render(template, view));
    }

    /** Sends the browser on after a form. */
    public static ResponseEntity<byte[]> redirect(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    byte[] render(String template, Object view) {
        var output = new Utf8ByteOutput();
        templates.render(template, view, output);
        return output.toByteArray();
    }
}
