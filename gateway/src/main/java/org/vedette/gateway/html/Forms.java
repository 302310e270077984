package org.vedette.gateway.html;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.secrets.Secret;
import org.vedette.gateway.sessions.CsrfTokens;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.ProblemType;
import reactor.core.publisher.Mono;

/** Reads forms, and refuses one that no page of this site has sent. */
@Component
public class Forms {

    /** The hidden field of every form. */
    public static final String CSRF_FIELD = "_csrf";

    public static final ProblemType FORGED = ProblemType.of(403, "forged-request", "This form has expired");

    private final CsrfTokens tokens;

    Forms(CsrfTokens tokens) {
        this.tokens = tokens;
    }

    /** A new value of the hidden field. */
    public String csrfToken(Secret secret) {
        return tokens.of(secret);
    }

    /** Reads a form of a page that knows the secret. */
    public Mono<Form> read(ServerWebExchange exchange, Secret secret) {
        return read(exchange)
                .flatMap(
                        form -> isGenuine(form, secret) ? Mono.just(form) : Mono.error(new ProblemException(forged())));
    }

    public Mono<Form> read(ServerWebExchange exchange) {
        return exchange.getFormData().map(Form::new);
    }

    public boolean isGenuine(Form form, Secret secret) {
        return tokens.isValid(form.text(CSRF_FIELD), secret);
    }

    public static Problem forged() {
        return Problem.of(FORGED, "Go back, reload the page, and send the form again.");
    }
}
