package org.vedette.gateway.login.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.html.Forms;
import org.vedette.gateway.sessions.web.SessionCookies;
import reactor.core.publisher.Mono;

/** Signs a person out. */
@Controller
class LogoutController {

    private final SignInService signIns;
    private final SessionCookies cookies;
    private final Forms forms;
    private final SignedOutPage page;

    LogoutController(SignInService signIns, SessionCookies cookies, Forms forms, SignedOutPage page) {
        this.signIns = signIns;
        this.cookies = cookies;
        this.forms = forms;
        this.page = page;
    }

    /** A person whose session is over already is signed out as well. */
    @PostMapping(path = "/logout", produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<byte[]>> logout(ServerWebExchange exchange) {
        return Mono.justOrEmpty(cookies.session(exchange.getRequest()))
                .flatMap(secret -> forms.read(exchange, secret))
                .flatMap(form -> signIns.signOut(exchange))
                .then(Mono.fromSupplier(() -> page.render(exchange)));
    }
}
