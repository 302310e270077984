package org.vedette.gateway.accounts.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.accounts.web.SecondFactorPage.Setup;
import org.vedette.gateway.html.Form;
import org.vedette.gateway.html.Forms;
import org.vedette.gateway.html.Page;
import org.vedette.gateway.html.Pages;
import org.vedette.gateway.identity.SessionAuthentication;
import org.vedette.gateway.secondfactor.RecoveryCodes;
import org.vedette.gateway.secondfactor.SecondFactors;
import org.vedette.gateway.secondfactor.TotpSecret;
import org.vedette.gateway.secrets.SecretGenerator;
import org.vedette.gateway.sessions.SignedIn;
import reactor.core.publisher.Mono;

/** Sets up and removes the second factor. */
@Controller
@RequestMapping(path = "/account/second-factor", produces = MediaType.TEXT_HTML_VALUE)
class SecondFactorController {

    private static final String WRONG_CODE =
            "The code is wrong. Look whether the clock of your device is right, and enter the code it shows now.";

    private static final String NO_KEY =
            "A second factor cannot be set up, because the server has no key to encrypt its secret with. An administrator of "
                    + "the server can set VEDETTE_ENCRYPTION_KEY.";

    private static final String ON_ALREADY =
            "The second factor is on already. Remove it first to set up another device.";

    private final AccountChanges changes;
    private final SecondFactors factors;
    private final SecretGenerator secrets;
    private final Forms forms;
    private final Pages pages;
    private final String issuer;

    SecondFactorController(
            AccountChanges changes,
            SecondFactors factors,
            SecretGenerator secrets,
            Forms forms,
            Pages pages,
            GatewayProperties properties) {
        this.changes = changes;
        this.factors = factors;
        this.secrets = secrets;
        this.forms = forms;
        this.pages = pages;
        this.issuer = properties.siteTitle();
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> show(ServerWebExchange exchange) {
        return SessionAuthentication.person(exchange).map(person -> page(person, newSecret(), HttpStatus.OK, null));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> add(ServerWebExchange exchange) {
        return SessionAuthentication.person(exchange)
                .flatMap(person -> forms.read(exchange, person.secret()).flatMap(form -> add(person, form, exchange)));
    }

    private Mono<ResponseEntity<byte[]>> add(SignedIn person, Form form, ServerWebExchange exchange) {
        if (person.account().secondFactor() != null) {
            return Mono.just(page(person, newSecret(), HttpStatus.CONFLICT, ON_ALREADY));
        }
        if (!factors.canBeSetUp()) {
            return Mono.just(page(person, newSecret(), HttpStatus.SERVICE_UNAVAILABLE, null));
        }
        var secret = TotpSecret.parse(form.text("secret"));
        var codes = RecoveryCodes.generate(secrets);
        var owner = person.account().id().toString();
        var factor = secret.flatMap(each -> factors.setUp(each, codes, form.text("code"), owner));
        if (factor.isEmpty()) {
            return Mono.just(page(person, secret.orElseGet(this::newSecret), HttpStatus.BAD_REQUEST, WRONG_CODE));
        }
        return changes.secondFactor(person, factor.get(), form, exchange)
                .map(error -> page(person, secret.orElseGet(this::newSecret), HttpStatus.BAD_REQUEST, error))
                .switchIfEmpty(Mono.fromSupplier(() -> pages.render(
                        HttpStatus.OK,
                        new Page("recovery-codes.jte", "Recovery codes", new RecoveryCodesPage(codes.codes())),
                        person)));
    }

    @PostMapping("/removal")
    Mono<ResponseEntity<byte[]>> remove(ServerWebExchange exchange) {
        return SessionAuthentication.person(exchange)
                .flatMap(person -> forms.read(exchange, person.secret())
                        .flatMap(form -> changes.secondFactor(person, null, form, exchange))
                        .map(error -> page(person, newSecret(), HttpStatus.BAD_REQUEST, error))
                        .switchIfEmpty(Mono.fromSupplier(() -> Pages.redirect("/account?done=second-factor"))));
    }

    private ResponseEntity<byte[]> page(SignedIn person, TotpSecret secret, HttpStatus status, @Nullable String error) {
        var factor = Optional.ofNullable(person.account().secondFactor());
        var isMissing = factor.isEmpty() && !factors.canBeSetUp();
        var view = new SecondFactorPage(
                forms.csrfToken(person.secret()),
                person.account().profile().login().value(),
                factor.isPresent() || isMissing ? null : setup(person, secret),
                factor.isPresent(),
                factor.map(each -> each.recoveryCodes().size()).orElse(0),
                isMissing ? NO_KEY : error);
        return pages.render(status, new Page("second-factor.jte", "Second factor", view), person);
    }

    private Setup setup(SignedIn person, TotpSecret secret) {
        var uri = secret.keyUri(issuer, person.account().profile().login().value())
                .toString();
        var grouped = secret.base32().replaceAll("(.{4})(?!$)", "$1 ");
        return new Setup(secret.base32(), grouped, uri, QrCode.of(uri));
    }

    private TotpSecret newSecret() {
        return TotpSecret.of(secrets.bytes(TotpSecret.BYTES));
    }
}
