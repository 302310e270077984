package org.vedette.gateway.administration.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.accounts.Account;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.administration.ChangeResult;
import org.vedette.gateway.administration.ChangeResult.LinkSent;
import org.vedette.gateway.administration.ChangeResult.Refused;
import org.vedette.gateway.administration.PeopleService;
import org.vedette.gateway.html.Forms;
import org.vedette.gateway.html.Pages;
import org.vedette.gateway.identity.SessionAuthentication;
import org.vedette.gateway.sessions.SessionService;
import org.vedette.gateway.sessions.SignedIn;
import org.vedette.pages.Link;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Mono;

/** The page of a person: name and roles, and the changes that are confirmed. */
@Controller
@RequestMapping(path = PeopleController.PATH + "/{id:[0-9a-f]+-[0-9a-f-]+}", produces = MediaType.TEXT_HTML_VALUE)
class PersonController {

    private static final String OVERTAKEN =
            "Somebody else has changed this person meanwhile, and nothing of yours is saved."
                    + " The form shows what holds now: change it again.";

    private final PeopleService people;
    private final SessionService sessions;
    private final Forms forms;
    private final AdminPages pages;

    PersonController(PeopleService people, SessionService sessions, Forms forms, AdminPages pages) {
        this.people = people;
        this.sessions = sessions;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> show(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String done, ServerWebExchange exchange) {
        var notice = done.equals("profile")
                ? "Name and roles are changed."
                : PersonChange.of(done).map(PersonChange::notice).orElse(null);
        return withAccount(
                id,
                exchange,
                (account, admin) ->
                        page(HttpStatus.OK, account, ProfileForm.of(account.profile()), notice, null, admin));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> change(@PathVariable UUID id, ServerWebExchange exchange) {
        return withAccount(
                id,
                exchange,
                (account, admin) -> forms.read(exchange, admin.secret())
                        .flatMap(form -> ProfileForm.isOf(form, account.profile())
                                ? change(account, ProfileForm.of(form), admin, exchange)
                                : overtaken(account, admin)));
    }

    /** Shows what the other admin has saved, which the form of this one would undo. */
    private Mono<ResponseEntity<byte[]>> overtaken(Account account, SignedIn admin) {
        return page(HttpStatus.CONFLICT, account, ProfileForm.of(account.profile()), null, OVERTAKEN, admin);
    }

    private Mono<ResponseEntity<byte[]>> change(
            Account account, ProfileForm form, SignedIn admin, ServerWebExchange exchange) {
        var violation = form.violation();
        if (violation.isPresent()) {
            return page(HttpStatus.BAD_REQUEST, account, form, null, violation.get(), admin);
        }
        return people.change(account, form.displayName(), form.roles(), AdminPages.actor(admin, exchange))
                .flatMap(result -> result instanceof Refused refused
                        ? page(HttpStatus.CONFLICT, account, form, null, refused.reason(), admin)
                        : Mono.just(done(account, "profile")));
    }

    @GetMapping("/{change}")
    Mono<ResponseEntity<byte[]>> ask(@PathVariable UUID id, @PathVariable String change, ServerWebExchange exchange) {
        return withAccount(
                id,
                exchange,
                (account, admin) -> Mono.just(question(HttpStatus.OK, account, known(change), null, admin)));
    }

    @PostMapping("/{change}")
    Mono<ResponseEntity<byte[]>> apply(@PathVariable UUID id, @PathVariable String change, ServerWebExchange exchange) {
        return withAccount(
                id,
                exchange,
                (account, admin) -> forms.read(exchange, admin.secret())
                        .flatMap(form -> known(change).apply(people, account, AdminPages.actor(admin, exchange)))
                        .map(result -> respond(result, account, known(change), admin)));
    }

    private ResponseEntity<byte[]> respond(ChangeResult result, Account account, PersonChange change, SignedIn admin) {
        if (result instanceof LinkSent sent) {
            return pages.sent(sent, admin);
        }
        return result instanceof Refused refused
                ? question(HttpStatus.CONFLICT, account, change, refused.reason(), admin)
                : done(account, change.path());
    }

    private ResponseEntity<byte[]> question(
            HttpStatus status, Account account, PersonChange change, @Nullable String error, SignedIn admin) {
        var person = path(account);
        var view = new AdminFormPage(
                change.title(),
                change.question(account),
                error,
                pages.form(admin, person + "/" + change.path(), List.of(), change.title()),
                List.of(new Link("Change nothing", person)));
        return pages.form(status, view, admin);
    }

    private Mono<ResponseEntity<byte[]>> page(
            HttpStatus status,
            Account account,
            ProfileForm form,
            @Nullable String notice,
            @Nullable String error,
            SignedIn admin) {
        return sessions.lastSeen()
                .map(seen -> view(account, seen, profileForm(account, form, admin), notice, error))
                .map(view ->
                        pages.page(status, "admin-person.jte", account.profile().displayName(), view, admin));
    }

    private org.vedette.pages.form.Form profileForm(Account account, ProfileForm form, SignedIn admin) {
        return pages.form(admin, path(account), form.fields(false), "Save", ProfileForm.shown(account.profile()));
    }

    private static PersonPage view(
            Account account,
            Map<AccountId, Instant> seen,
            org.vedette.pages.form.Form form,
            @Nullable String notice,
            @Nullable String error) {
        var changes = Arrays.stream(PersonChange.values())
                .filter(change -> change.suits(account))
                .map(change -> new Link(change.title(), path(account) + "/" + change.path()))
                .toList();
        var row = PersonRows.of(account, seen.get(account.id()));
        return new PersonPage(row, form, account.id().isOfProvider(), changes, notice, error);
    }

    private Mono<ResponseEntity<byte[]>> withAccount(
            UUID id, ServerWebExchange exchange, BiFunction<Account, SignedIn, Mono<ResponseEntity<byte[]>>> respond) {
        return SessionAuthentication.person(exchange)
                .flatMap(admin -> people.with(new AccountId(id))
                        .switchIfEmpty(Mono.error(PersonController::unknown))
                        .flatMap(account -> respond.apply(account, admin)));
    }

    private static PersonChange known(String change) {
        return PersonChange.of(change).orElseThrow(PersonController::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(
                Problem.of(StandardProblem.NOT_FOUND, "Look the person up in the list: " + PeopleController.PATH));
    }

    private static ResponseEntity<byte[]> done(Account account, String what) {
        return Pages.redirect(path(account) + "?done=" + what);
    }

    private static String path(Account account) {
        return PeopleController.PATH + "/" + account.id();
    }
}
