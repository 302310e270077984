package org.vedette.gateway.html;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.vedette.gateway.sessions.SignedIn;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.HiddenField;
import org.vedette.pages.Link;
import org.vedette.pages.NoticePage;
import org.vedette.pages.PageLayout;
import org.vedette.pages.Site;
import org.vedette.pages.form.FormPage;

/** Renders the pages for people who sign in. Nobody stores them. */
@Component
public class Pages {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private static final List<Link> ADMIN_MENU =
            List.of(new Link("People", "/admin/people"), new Link("Audit log", "/admin/audit"));

    private final TemplateEngine templates;
    private final Forms forms;
    private final Site site;

    Pages(TemplateEngine templates, Forms forms, Site site) {
        this.templates = templates;
        this.forms = forms;
        this.site = site;
    }

    /** The layout of a page for somebody who is not signed in. */
    public PageLayout layout(String title) {
        return PageLayout.notIndexed(site, title);
    }

    /** Renders a page whose purpose is a form. */
    public ResponseEntity<byte[]> form(HttpStatusCode status, FormPage page) {
        return response(status, "pages/form.jte", page);
    }

    /** Renders a page that says what was done, or why nothing was. */
    public ResponseEntity<byte[]> notice(HttpStatusCode status, String title, String text, List<Link> links) {
        return response(status, "pages/notice.jte", NoticePage.of(layout(title), title, text, links));
    }

    /** Renders a page for somebody who is not signed in. */
    public ResponseEntity<byte[]> render(HttpStatusCode status, Page page) {
        return render(status, page, layout(page.title()));
    }

    /** Renders a page that also says who is signed in. */
    public ResponseEntity<byte[]> render(HttpStatusCode status, Page page, SignedIn person) {
        return render(status, page, layout(page.title()).withPerson(shown(person)));
    }

    /**
     * Renders a page of admins.
     *
     * @param menuPath path of the entry of the navigation that the page belongs to
     */
    public ResponseEntity<byte[]> renderForAdmin(HttpStatusCode status, Page page, String menuPath, SignedIn person) {
        var layout = new ApplicationLayout(
                site, "Administration", "/admin/people", page.title(), ADMIN_MENU, menuPath, shown(person));
        return render(status, page, layout);
    }

    private org.vedette.pages.SignedIn shown(SignedIn person) {
        var csrf = new HiddenField(Forms.CSRF_FIELD, forms.csrfToken(person.secret()));
        var name = person.account().profile().displayName();
        return new org.vedette.pages.SignedIn(name, "/account", "/logout", List.of(csrf));
    }

    private ResponseEntity<byte[]> render(HttpStatusCode status, Page page, Object layout) {
        var output = new Utf8ByteOutput();
        templates.render(page.template(), Map.of("layout", layout, "page", page.view()), output);
        return response(status, output);
    }

    private ResponseEntity<byte[]> response(HttpStatusCode status, String template, Object page) {
        var output = new Utf8ByteOutput();
        templates.render(template, page, output);
        return response(status, output);
    }

    private static ResponseEntity<byte[]> response(HttpStatusCode status, Utf8ByteOutput output) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(output.toByteArray());
    }

    /** Sends the browser to a path of this site, with GET (RFC 9110 §15.4.4). */
    public static ResponseEntity<byte[]> redirect(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
