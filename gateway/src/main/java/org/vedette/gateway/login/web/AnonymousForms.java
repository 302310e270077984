package org.vedette.gateway.login.web;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.html.Form;
import org.vedette.gateway.html.Forms;
import org.vedette.gateway.secrets.SecretGenerator;
import org.vedette.gateway.sessions.web.SessionCookies;

/** Protects forms that are sent before there is a session, by a cookie of their own. */
@Component
class AnonymousForms {

    static final String EXPIRED = "The form had expired, or cookies are off. Please try again.";

    private final SessionCookies cookies;
    private final SecretGenerator secrets;
    private final Forms forms;

    AnonymousForms(SessionCookies cookies, SecretGenerator secrets, Forms forms) {
        this.cookies = cookies;
        this.secrets = secrets;
        this.forms = forms;
    }

    /** The hidden field of a form, whose cookie is set. The form of another tab stays valid. */
    String csrfToken(ServerWebExchange exchange) {
        var secret = cookies.form(exchange.getRequest()).orElseGet(secrets::next);
        cookies.setForm(exchange.getResponse(), secret);
        return forms.csrfToken(secret);
    }

    boolean isGenuine(Form form, ServerWebExchange exchange) {
        return cookies.isUsable()
                && cookies.form(exchange.getRequest())
                        .filter(secret -> forms.isGenuine(form, secret))
                        .isPresent();
    }
}
