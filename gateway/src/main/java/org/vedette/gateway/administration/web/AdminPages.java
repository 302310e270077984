package org.vedette.gateway.administration.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.administration.Actor;
import org.vedette.gateway.administration.ChangeResult.LinkSent;
import org.vedette.gateway.clients.Clients;
import org.vedette.gateway.html.Forms;
import org.vedette.gateway.html.Page;
import org.vedette.gateway.html.Pages;
import org.vedette.gateway.html.Times;
import org.vedette.gateway.sessions.SignedIn;
import org.vedette.pages.HiddenField;
import org.vedette.pages.Link;
import org.vedette.pages.form.Field;
import org.vedette.pages.form.Form;

/** Renders what the pages about people have in common. */
@Component
class AdminPages {

    private final Pages pages;
    private final Forms forms;

    AdminPages(Pages pages, Forms forms) {
        this.pages = pages;
        this.forms = forms;
    }

    static Actor actor(SignedIn admin, ServerWebExchange exchange) {
        var client = Clients.of(exchange.getRequest()).address();
        return new Actor(admin.account().profile().login(), client);
    }

    Form form(SignedIn admin, String action, List<Field> fields, String button, HiddenField... more) {
        var csrf = new HiddenField(Forms.CSRF_FIELD, forms.csrfToken(admin.secret()));
        return Form.of(action, fields, button)
                .withHiddenFields(
                        Stream.concat(Stream.of(csrf), Stream.of(more)).toList());
    }

    ResponseEntity<byte[]> page(HttpStatus status, String template, String title, Object view, SignedIn admin) {
        return pages.renderForAdmin(status, new Page(template, title, view), PeopleController.PATH, admin);
    }

    ResponseEntity<byte[]> form(HttpStatus status, AdminFormPage view, SignedIn admin) {
        return page(status, "admin-form.jte", view.title(), view, admin);
    }

    /** Says where the link is: in a mail, or here, to be handed over. */
    ResponseEntity<byte[]> sent(LinkSent sent, SignedIn admin) {
        var profile = sent.account().profile();
        var link = sent.link();
        var text = link.mailed()
                ? "A mail with a link is on its way to %s. The link works once, until %s."
                        .formatted(profile.login(), Times.minutes(link.expiresAt()))
                : "No mail could be sent. Hand this link over to %s, in a way that nobody else can read. It works once, until %s, and is shown only now."
                        .formatted(profile.displayName(), Times.minutes(link.expiresAt()));
        var view = new LinkSentPage(
                "Link for " + profile.displayName(),
                text,
                link.mailed() ? null : link.address().toString(),
                List.of(new Link("Back to the people", PeopleController.PATH)));
        return page(HttpStatus.OK, "admin-link-sent.jte", view.title(), view, admin);
    }
}
