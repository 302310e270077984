package org.vedette.gateway.login.web;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.clients.Clients;
import org.vedette.gateway.html.Form;
import org.vedette.gateway.html.Forms;
import org.vedette.gateway.html.Page;
import org.vedette.gateway.html.Pages;
import org.vedette.gateway.login.LoginResult;
import org.vedette.gateway.login.LoginResult.Accepted;
import org.vedette.gateway.login.LoginResult.LockedOut;
import org.vedette.gateway.login.LoginResult.SecondFactorRequired;
import org.vedette.gateway.login.LoginService;
import org.vedette.gateway.secrets.Secret;
import org.vedette.gateway.sessions.PendingSignIn;
import org.vedette.gateway.sessions.ReturnAddress;
import org.vedette.gateway.sessions.SessionService;
import org.vedette.gateway.sessions.web.SessionCookies;
import reactor.core.publisher.Mono;

/** The login: a form for name and password, and one for the second factor. */
@Controller
@RequestMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
class LoginController {

    private static final Map<String, String> NOTICES = Map.of("password", "The password is set. Sign in with it.");

    private static final String REFUSED = "Name or password is wrong.";

    private final LoginService logins;
    private final SignInService signIns;
    private final SessionService sessions;
    private final SessionCookies cookies;
    private final AnonymousForms anonymousForms;
    private final Forms forms;
    private final Pages pages;

    LoginController(
            LoginService logins,
            SignInService signIns,
            SessionService sessions,
            SessionCookies cookies,
            AnonymousForms anonymousForms,
            Forms forms,
            Pages pages) {
        this.logins = logins;
        this.signIns = signIns;
        this.sessions = sessions;
        this.cookies = cookies;
        this.anonymousForms = anonymousForms;
        this.forms = forms;
        this.pages = pages;
    }

    /** @param done says what has just happened on another page */
    @GetMapping
    Mono<ResponseEntity<byte[]>> form(
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String done,
            ServerWebExchange exchange) {
        var address = ReturnAddress.of(next).path();
        return signIns.signedIn(exchange)
                .map(person -> Pages.redirect(address))
                .switchIfEmpty(
                        Mono.fromSupplier(() -> form(exchange, HttpStatus.OK, address, "", NOTICES.get(done), null)));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> login(ServerWebExchange exchange) {
        return forms.read(exchange)
                .flatMap(form -> anonymousForms.isGenuine(form, exchange)
                        ? login(form, exchange)
                        : Mono.just(refuse(exchange, form, AnonymousForms.EXPIRED, HttpStatus.FORBIDDEN)));
    }

    private Mono<ResponseEntity<byte[]>> login(Form form, ServerWebExchange exchange) {
        var client = Clients.of(exchange.getRequest()).address();
        return logins.login(form.text("login"), form.text("password"), client)
                .flatMap(result -> respond(result, form, exchange));
    }

    private Mono<ResponseEntity<byte[]>> respond(LoginResult result, Form form, ServerWebExchange exchange) {
        if (result instanceof Accepted accepted) {
            return signIns.signIn(accepted.account(), exchange).thenReturn(Pages.redirect(next(form)));
        }
        if (result instanceof SecondFactorRequired required) {
            var pending = sessions.startPending(required.account());
            return signIns.endOwn(exchange).then(pending).map(secret -> {
                cookies.setSession(exchange.getResponse(), secret);
                return codeForm(HttpStatus.OK, secret, next(form), null);
            });
        }
        return Mono.just(
                result instanceof LockedOut lockedOut
                        ? lockedOut(lockedOut.remaining(), form, exchange)
                        : refuse(exchange, form, REFUSED, HttpStatus.FORBIDDEN));
    }

    @PostMapping("/code")
    Mono<ResponseEntity<byte[]>> secondFactor(ServerWebExchange exchange) {
        return forms.read(exchange)
                .flatMap(form -> Mono.justOrEmpty(cookies.session(exchange.getRequest()))
                        .filter(secret -> forms.isGenuine(form, secret))
                        .flatMap(secret -> sessions.pending(secret)
                                .flatMap(pending -> secondFactor(pending, secret, form, exchange)))
                        .switchIfEmpty(Mono.fromSupplier(
                                () -> refuse(exchange, form, AnonymousForms.EXPIRED, HttpStatus.FORBIDDEN))));
    }

    private Mono<ResponseEntity<byte[]>> secondFactor(
            PendingSignIn pending, Secret secret, Form form, ServerWebExchange exchange) {
        var client = Clients.of(exchange.getRequest()).address();
        return logins.secondFactor(pending.account(), form.text("code"), client).flatMap(result -> {
            if (result instanceof Accepted accepted) {
                return sessions.end(pending.session().id())
                        .then(signIns.signIn(accepted.account(), exchange))
                        .thenReturn(Pages.redirect(next(form)));
            }
            if (result instanceof LockedOut lockedOut) {
                setRetryAfter(lockedOut.remaining(), exchange);
                return Mono.just(
                        codeForm(HttpStatus.TOO_MANY_REQUESTS, secret, next(form), text(lockedOut.remaining())));
            }
            return Mono.just(
                    codeForm(HttpStatus.FORBIDDEN, secret, next(form), "The code is wrong, or was used before."));
        });
    }

    private ResponseEntity<byte[]> codeForm(HttpStatus status, Secret secret, String next, @Nullable String error) {
        var view = new LoginPage(forms.csrfToken(secret), next, "", null, error);
        return pages.render(status, new Page("login-code.jte", "Second factor", view));
    }

    private ResponseEntity<byte[]> lockedOut(Duration wait, Form form, ServerWebExchange exchange) {
        setRetryAfter(wait, exchange);
        return refuse(exchange, form, text(wait), HttpStatus.TOO_MANY_REQUESTS);
    }

    private static void setRetryAfter(Duration wait, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(wait)));
    }

    /** As many as the words say or fewer, and never too few. */
    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static String text(Duration wait) {
        var seconds = seconds(wait);
        var minutes = (seconds + 59) / 60;
        return "Too many attempts have failed. Try again in "
                + (seconds < 60 ? count(seconds, "second") : count(minutes, "minute")) + ".";
    }

    private static String count(long number, String unit) {
        return number == 1 ? "1 " + unit : number + " " + unit + "s";
    }

    private ResponseEntity<byte[]> refuse(ServerWebExchange exchange, Form form, String error, HttpStatus status) {
        return form(exchange, status, next(form), form.text("login"), null, error);
    }

    private ResponseEntity<byte[]> form(
            ServerWebExchange exchange,
            HttpStatus status,
            String next,
            String login,
            @Nullable String notice,
            @Nullable String error) {
        var message = cookies.isUsable()
                ? error
                : "Signing in needs https, or http://localhost: the password could be read on the way.";
        var view = new LoginPage(anonymousForms.csrfToken(exchange), next, login, notice, message);
        return pages.render(status, new Page("login.jte", "Sign in", view));
    }

    private static String next(Form form) {
        return ReturnAddress.of(form.text("next")).path();
    }
}
