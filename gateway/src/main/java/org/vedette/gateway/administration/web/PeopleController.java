package org.vedette.gateway.administration.web;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.accounts.ActiveAccounts;
import org.vedette.gateway.administration.ChangeResult;
import org.vedette.gateway.administration.ChangeResult.LinkSent;
import org.vedette.gateway.administration.ChangeResult.Refused;
import org.vedette.gateway.administration.PeopleService;
import org.vedette.gateway.administration.web.PeoplePage.PersonRow;
import org.vedette.gateway.html.Forms;
import org.vedette.gateway.html.Pages;
import org.vedette.gateway.identity.SessionAuthentication;
import org.vedette.gateway.sessions.SessionService;
import org.vedette.gateway.sessions.SignedIn;
import org.vedette.pages.Link;
import reactor.core.publisher.Mono;

/** The list of people, and the form to invite one. */
@Controller
@RequestMapping(path = "/admin", produces = MediaType.TEXT_HTML_VALUE)
class PeopleController {

    static final String PATH = "/admin/people";

    private static final String INVITATION = "/invitation";

    private final PeopleService people;
    private final SessionService sessions;
    private final ActiveAccounts accounts;
    private final Forms forms;
    private final AdminPages pages;

    PeopleController(
            PeopleService people, SessionService sessions, ActiveAccounts accounts, Forms forms, AdminPages pages) {
        this.people = people;
        this.sessions = sessions;
        this.accounts = accounts;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<byte[]> home() {
        return Pages.redirect(PATH);
    }

    @GetMapping("/people")
    Mono<ResponseEntity<byte[]>> list(ServerWebExchange exchange) {
        return SessionAuthentication.person(exchange)
                .flatMap(admin -> rows().map(rows -> new PeoplePage(rows, accounts.includeLocal()))
                        .map(view -> pages.page(HttpStatus.OK, "admin-people.jte", "People", view, admin)));
    }

    private Mono<List<PersonRow>> rows() {
        return sessions.lastSeen()
                .flatMap(seen -> people.all()
                        .map(account -> PersonRows.of(account, seen.get(account.id())))
                        .sort(Comparator.comparing(PersonRow::name, String.CASE_INSENSITIVE_ORDER)
                                .thenComparing(PersonRow::login))
                        .collectList());
    }

    @GetMapping("/people" + INVITATION)
    Mono<ResponseEntity<byte[]>> invitation(ServerWebExchange exchange) {
        return SessionAuthentication.person(exchange)
                .map(admin -> invitation(HttpStatus.OK, ProfileForm.empty(), null, admin));
    }

    @PostMapping("/people" + INVITATION)
    Mono<ResponseEntity<byte[]>> invite(ServerWebExchange exchange) {
        return SessionAuthentication.person(exchange)
                .flatMap(admin -> forms.read(exchange, admin.secret())
                        .map(ProfileForm::of)
                        .flatMap(form -> invite(form, admin, exchange)));
    }

    private Mono<ResponseEntity<byte[]>> invite(ProfileForm form, SignedIn admin, ServerWebExchange exchange) {
        var login = form.loginName();
        if (login.isEmpty()) {
            var error = "Enter a mail address, or a name of 2 to 64 letters, digits, dots and hyphens.";
            return Mono.just(invitation(HttpStatus.BAD_REQUEST, form, error, admin));
        }
        var violation = form.violation();
        return violation.isPresent()
                ? Mono.just(invitation(HttpStatus.BAD_REQUEST, form, violation.get(), admin))
                : people.invite(login.get(), form.displayName(), form.roles(), AdminPages.actor(admin, exchange))
                        .map(result -> respond(result, form, admin));
    }

    private ResponseEntity<byte[]> respond(ChangeResult result, ProfileForm form, SignedIn admin) {
        return result instanceof LinkSent sent
                ? pages.sent(sent, admin)
                : invitation(HttpStatus.CONFLICT, form, result instanceof Refused no ? no.reason() : null, admin);
    }

    private ResponseEntity<byte[]> invitation(
            HttpStatus status, ProfileForm form, @Nullable String error, SignedIn admin) {
        var view = new AdminFormPage(
                "Invite a person",
                "The person gets a link by mail, chooses a password, and can sign in.",
                error,
                pages.form(admin, PATH + INVITATION, form.fields(true), "Invite"),
                List.of(new Link("Back to the people", PATH)));
        return pages.form(status, view, admin);
    }
}
