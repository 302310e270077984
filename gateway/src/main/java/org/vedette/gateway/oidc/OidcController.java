package org.vedette.gateway.oidc;

import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.clients.Clients;
import org.vedette.gateway.html.Pages;
import org.vedette.gateway.login.web.SignInService;
import org.vedette.gateway.oidc.OidcResult.Accepted;
import org.vedette.gateway.oidc.OidcResult.Denied;
import org.vedette.gateway.oidc.OidcResult.Unavailable;
import org.vedette.gateway.sessions.ReturnAddress;
import org.vedette.gateway.sessions.web.SessionCookies;
import reactor.core.publisher.Mono;

/** Sends browsers to the provider, and takes them back. */
@Controller
@RequestMapping(path = OidcController.PATH, produces = MediaType.TEXT_HTML_VALUE)
class OidcController {

    static final String PATH = "/login/oidc";

    /** RFC 6749 §4.1.2.1; what else stands there belongs in no log. */
    private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,50}");

    private final OidcLogin login;
    private final SignInService signIns;
    private final SessionCookies sessionCookies;
    private final OidcCookies cookies;
    private final OidcPages pages;

    OidcController(
            OidcLogin login,
            SignInService signIns,
            SessionCookies sessionCookies,
            OidcCookies cookies,
            OidcPages pages) {
        this.login = login;
        this.signIns = signIns;
        this.sessionCookies = sessionCookies;
        this.cookies = cookies;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<byte[]> begin(@RequestParam(defaultValue = "") String next, ServerWebExchange exchange) {
        if (!sessionCookies.isUsable()) {
            return pages.insecure();
        }
        var leaving = login.begin(ReturnAddress.of(next).path());
        cookies.setState(exchange.getResponse(), leaving.cookie());
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(leaving.address())
                .cacheControl(CacheControl.noStore())
                .build();
    }

    /** Accepts what belongs to the login that this browser has begun, and once (RFC 6749 §10.12). */
    @GetMapping("/callback")
    Mono<ResponseEntity<byte[]>> finish(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String error,
            ServerWebExchange exchange) {
        var begun = cookies.state(exchange.getRequest())
                .flatMap(login::read)
                .filter(each -> each.state().equals(state));
        if (begun.isEmpty()) {
            return Mono.just(pages.expired());
        }
        cookies.clearState(exchange.getResponse());
        var from = Clients.of(exchange.getRequest()).address();
        return (code.isEmpty() ? login.refuse(reason(error), from) : login.finish(begun.get(), code, from))
                .flatMap(result -> respond(result, begun.get().next(), exchange));
    }

    private Mono<ResponseEntity<byte[]>> respond(OidcResult result, String next, ServerWebExchange exchange) {
        if (result instanceof Accepted accepted) {
            cookies.setIdToken(exchange.getResponse(), accepted.idToken());
            return signIns.signIn(accepted.account(), exchange).thenReturn(Pages.redirect(next));
        }
        if (result instanceof Unavailable) {
            return Mono.just(pages.unavailable());
        }
        return Mono.just(result instanceof Denied ? pages.denied() : pages.refused());
    }

    private static String reason(String error) {
        return ERROR_CODE.matcher(error).matches() ? error : "no code";
    }
}
