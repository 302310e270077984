package org.vedette.gateway.tokens.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.clients.Clients;
import org.vedette.gateway.html.Form;
import org.vedette.gateway.html.Forms;
import org.vedette.gateway.html.Page;
import org.vedette.gateway.html.Pages;
import org.vedette.gateway.html.Times;
import org.vedette.gateway.identity.SessionAuthentication;
import org.vedette.gateway.sessions.SignedIn;
import org.vedette.gateway.tokens.CreatedToken;
import org.vedette.gateway.tokens.PersonalToken;
import org.vedette.gateway.tokens.PersonalTokenService;
import org.vedette.gateway.tokens.TokenScope;
import org.vedette.gateway.tokens.web.TokensPage.Created;
import org.vedette.gateway.tokens.web.TokensPage.TokenRow;
import reactor.core.publisher.Mono;

/** The page on which people make and revoke API tokens. */
@Controller
@RequestMapping(path = "/account/tokens", produces = MediaType.TEXT_HTML_VALUE)
class TokenController {

    private static final int MAX_NAME_LENGTH = 100;

    /** What the form offers, in days. */
    private static final Map<String, Duration> VALIDITIES = Map.of(
            "7", Duration.ofDays(7),
            "30", Duration.ofDays(30),
            "90", Duration.ofDays(90),
            "365", Duration.ofDays(365));

    private final PersonalTokenService tokens;
    private final Forms forms;
    private final Pages pages;
    private final InstantSource clock;

    TokenController(PersonalTokenService tokens, Forms forms, Pages pages, InstantSource clock) {
        this.tokens = tokens;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> show(ServerWebExchange exchange) {
        return SessionAuthentication.person(exchange).flatMap(person -> page(person, HttpStatus.OK, null, "", null));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> create(ServerWebExchange exchange) {
        return SessionAuthentication.person(exchange)
                .flatMap(person ->
                        forms.read(exchange, person.secret()).flatMap(form -> create(person, form, exchange)));
    }

    private Mono<ResponseEntity<byte[]>> create(SignedIn person, Form form, ServerWebExchange exchange) {
        var name = form.text("name").strip();
        var validity = VALIDITIES.get(form.text("days"));
        var error = violation(name, validity);
        if (error.isPresent() || validity == null) {
            return page(person, HttpStatus.BAD_REQUEST, null, name, error.orElse(null));
        }
        var scopes = form.all("scope").stream()
                .flatMap(scope -> TokenScope.of(scope).stream())
                .collect(Collectors.toSet());
        var client = Clients.of(exchange.getRequest()).address();
        return tokens.create(person.account(), name, scopes, validity, client)
                .flatMap(created -> page(person, HttpStatus.OK, created, "", null));
    }

    @PostMapping("/revocation")
    Mono<ResponseEntity<byte[]>> revoke(ServerWebExchange exchange) {
        var client = Clients.of(exchange.getRequest()).address();
        return SessionAuthentication.person(exchange)
                .flatMap(person -> forms.read(exchange, person.secret())
                        .flatMap(form -> tokens.revoke(person.account(), form.text("id"), client)))
                .thenReturn(Pages.redirect("/account/tokens"));
    }

    private static Optional<String> violation(String name, @Nullable Duration validity) {
        if (name.isEmpty() || name.length() > MAX_NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("Give the token a name of at most %d characters on one line, such as what it is for."
                    .formatted(MAX_NAME_LENGTH));
        }
        return validity == null ? Optional.of("Choose when the token expires.") : Optional.empty();
    }

    private Mono<ResponseEntity<byte[]>> page(
            SignedIn person, HttpStatus status, @Nullable CreatedToken created, String name, @Nullable String error) {
        return tokens.of(person.account().id())
                .map(this::row)
                .collectList()
                .map(rows -> new TokensPage(
                        forms.csrfToken(person.secret()),
                        rows,
                        created == null
                                ? null
                                : new Created(
                                        created.token().name(), created.secret().value()),
                        name,
                        error))
                .map(view -> pages.render(status, new Page("tokens.jte", "API tokens", view), person));
    }

    private TokenRow row(PersonalToken token) {
        var expired = token.expiresAt().isBefore(clock.instant());
        var lastUsedAt = token.lastUsedAt();
        return new TokenRow(
                token.id(),
                token.name(),
                token.scopes().stream().sorted().map(TokenScope::text).collect(Collectors.joining(", ")),
                Times.day(token.createdAt()),
                (expired ? "expired " : "") + Times.day(token.expiresAt()),
                lastUsedAt == null ? "never" : Times.minutes(lastUsedAt));
    }
}
