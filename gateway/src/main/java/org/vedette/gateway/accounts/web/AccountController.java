package org.vedette.gateway.accounts.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.accounts.web.AccountPage.SessionRow;
import org.vedette.gateway.html.Form;
import org.vedette.gateway.html.Forms;
import org.vedette.gateway.html.Page;
import org.vedette.gateway.html.Pages;
import org.vedette.gateway.html.Times;
import org.vedette.gateway.identity.SessionAuthentication;
import org.vedette.gateway.sessions.ActiveSession;
import org.vedette.gateway.sessions.SessionService;
import org.vedette.gateway.sessions.SignedIn;
import reactor.core.publisher.Mono;

/** The account page: who one is, the password, and the sessions. */
@Controller
@RequestMapping(path = "/account", produces = MediaType.TEXT_HTML_VALUE)
class AccountController {

    private static final Map<String, String> NOTICES = Map.of(
            "password", "The password is changed, and your other sessions have ended.",
            "session", "The session has ended.",
            "sessions", "Your other sessions have ended.",
            "second-factor", "The second factor is removed.");

    private final SessionService sessions;
    private final AccountChanges changes;
    private final Forms forms;
    private final Pages pages;

    AccountController(SessionService sessions, AccountChanges changes, Forms forms, Pages pages) {
        this.sessions = sessions;
        this.changes = changes;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> show(@RequestParam(defaultValue = "") String done, ServerWebExchange exchange) {
        return SessionAuthentication.person(exchange)
                .flatMap(person -> page(person, HttpStatus.OK, NOTICES.get(done), null));
    }

    @PostMapping("/password")
    Mono<ResponseEntity<byte[]>> changePassword(ServerWebExchange exchange) {
        return SessionAuthentication.person(exchange)
                .flatMap(person -> forms.read(exchange, person.secret())
                        .flatMap(form -> changes.password(person, form, exchange))
                        .flatMap(error -> page(person, HttpStatus.BAD_REQUEST, null, error))
                        .switchIfEmpty(Mono.fromSupplier(() -> done("password"))));
    }

    /** Ends one session, or with {@code all} all others. */
    @PostMapping("/sessions")
    Mono<ResponseEntity<byte[]>> endSession(ServerWebExchange exchange) {
        return SessionAuthentication.person(exchange)
                .flatMap(person ->
                        forms.read(exchange, person.secret()).flatMap(form -> endSessions(person, form, exchange)));
    }

    private Mono<ResponseEntity<byte[]>> endSessions(SignedIn person, Form form, ServerWebExchange exchange) {
        if (!form.text("all").isEmpty()) {
            return changes.endOtherSessions(person, exchange).thenReturn(done("sessions"));
        }
        return changes.endSession(person, form.text("id"), exchange).thenReturn(done("session"));
    }

    private Mono<ResponseEntity<byte[]>> page(
            SignedIn person, HttpStatus status, @Nullable String notice, @Nullable String passwordError) {
        return sessions.of(person.account().id())
                .map(session -> row(session, person.session().id()))
                .collectList()
                .map(rows -> pages.render(
                        status,
                        new Page("account.jte", "Your account", view(person, rows, notice, passwordError)),
                        person));
    }

    private AccountPage view(
            SignedIn person, List<SessionRow> rows, @Nullable String notice, @Nullable String passwordError) {
        var profile = person.account().profile();
        var factor = person.account().secondFactor();
        return new AccountPage(
                forms.csrfToken(person.secret()),
                profile.login().value(),
                profile.displayName(),
                String.join(", ", profile.roleNames()),
                person.account().isActiveAdmin(),
                !person.account().id().isOfProvider(),
                factor == null
                        ? "Off. A password alone is enough to sign in."
                        : "On, with %d recovery codes left."
                                .formatted(factor.recoveryCodes().size()),
                rows,
                notice,
                passwordError);
    }

    private static SessionRow row(ActiveSession session, String current) {
        return new SessionRow(
                session.id(),
                session.origin().browser(),
                session.origin().address(),
                Times.minutes(session.startedAt()),
                Times.minutes(session.lastSeenAt()),
                session.id().equals(current));
    }

    private static ResponseEntity<byte[]> done(String what) {
        return Pages.redirect("/account?done=" + what);
    }
}
