package org.vedette.gateway.login.web;

import java.util.List;
import java.util.Optional;
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
import org.vedette.gateway.accounts.PasswordRules;
import org.vedette.gateway.clients.Clients;
import org.vedette.gateway.html.Form;
import org.vedette.gateway.html.Forms;
import org.vedette.gateway.html.Pages;
import org.vedette.gateway.links.AccountLinkService;
import org.vedette.gateway.links.PasswordChoice;
import org.vedette.gateway.secrets.Secret;
import org.vedette.pages.HiddenField;
import org.vedette.pages.Link;
import org.vedette.pages.form.Field;
import org.vedette.pages.form.FieldType;
import org.vedette.pages.form.FormPage;
import reactor.core.publisher.Mono;

/** The page behind a one-time link, on which a person chooses a password. Opening it does not use the link up. */
@Controller
@RequestMapping(path = AccountLinkService.PATH, produces = MediaType.TEXT_HTML_VALUE)
class PasswordController {

    private static final String TITLE = "Choose a password";
    private static final int MAX_LENGTH = 1_000;

    private final AccountLinkService links;
    private final PasswordChoices choices;
    private final AnonymousForms anonymousForms;
    private final Pages pages;

    PasswordController(AccountLinkService links, PasswordChoices choices, AnonymousForms anonymousForms, Pages pages) {
        this.links = links;
        this.choices = choices;
        this.anonymousForms = anonymousForms;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> form(@RequestParam(defaultValue = "") String link, ServerWebExchange exchange) {
        return links.find(new Secret(link))
                .map(choice -> form(HttpStatus.OK, choice, link, null, exchange))
                .switchIfEmpty(Mono.fromSupplier(this::invalid));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> choose(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(Form::new)
                .flatMap(form -> links.find(new Secret(form.text("link")))
                        .flatMap(choice -> choose(choice, form, exchange))
                        .switchIfEmpty(Mono.fromSupplier(this::invalid)));
    }

    private Mono<ResponseEntity<byte[]>> choose(PasswordChoice choice, Form form, ServerWebExchange exchange) {
        var link = form.text("link");
        if (!anonymousForms.isGenuine(form, exchange)) {
            return Mono.just(form(HttpStatus.FORBIDDEN, choice, link, AnonymousForms.EXPIRED, exchange));
        }
        var password = form.text("new-password");
        var violation = PasswordRules.violation(password, choice.account().profile())
                .or(() -> password.equals(form.text("repeated-password"))
                        ? Optional.empty()
                        : Optional.of("The two passwords are not the same."));
        return violation.isPresent()
                ? Mono.just(form(HttpStatus.BAD_REQUEST, choice, link, violation.get(), exchange))
                : choices.choose(
                                choice,
                                password,
                                Clients.of(exchange.getRequest()).address())
                        .map(account -> Pages.redirect("/login?done=password"));
    }

    private ResponseEntity<byte[]> form(
            HttpStatus status, PasswordChoice choice, String link, @Nullable String error, ServerWebExchange exchange) {
        var profile = choice.account().profile();
        var fields = List.of(
                Field.username(profile.login().value()),
                password("new-password", "New password")
                        .withHint("%d characters or more; a few words are fine.".formatted(PasswordRules.MIN_LENGTH))
                        .withFocus(),
                password("repeated-password", "New password again"));
        var hidden = List.of(
                new HiddenField(Forms.CSRF_FIELD, anonymousForms.csrfToken(exchange)), new HiddenField("link", link));
        var lede = "For the account %s of %s.".formatted(profile.login(), profile.displayName());
        var form = org.vedette.pages.form.Form.of(AccountLinkService.PATH, fields, "Set the password")
                .withHiddenFields(hidden);
        return pages.form(
                status, FormPage.of(pages.layout(TITLE), TITLE, lede, form).withError(error));
    }

    private static Field password(String name, String label) {
        return Field.required(name, FieldType.PASSWORD, label)
                .withAutocomplete("new-password")
                .withMaxLength(MAX_LENGTH);
    }

    private ResponseEntity<byte[]> invalid() {
        return pages.notice(
                HttpStatus.GONE,
                "This link does not work any more",
                "It was used, its time is over, or a newer one was sent. Use the newest mail, or get another link.",
                List.of(new Link("Get another link", ForgottenPasswordController.PATH), new Link("Sign in", "/login")));
    }
}
