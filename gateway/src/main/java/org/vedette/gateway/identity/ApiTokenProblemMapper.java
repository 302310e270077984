package org.vedette.gateway.identity;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.StandardProblem;

/** Maps a missing, unknown or insufficient API token to a problem with the matching challenge (RFC 6750 §3). */
@Component
@Order(0)
class ApiTokenProblemMapper implements ProblemMapper {

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        if (failure instanceof OAuth2AuthenticationException) {
            return Optional.of(unauthenticated(
                    "The token is not known here, or no longer. Ask for a new one.", "Bearer error=\"invalid_token\""));
        }
        if (failure instanceof AccessDeniedException) {
            return Optional.of(Problem.of(
                            StandardProblem.FORBIDDEN,
                            "The token has not the scope for this. Make one on the account page that has.")
                    .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\""));
        }
        return failure instanceof AuthenticationException
                ? Optional.of(unauthenticated(
                        "Send an API token in the header `Authorization: Bearer …`, or sign in.", "Bearer"))
                : Optional.empty();
    }

    private static Problem unauthenticated(String detail, String challenge) {
        return Problem.of(StandardProblem.UNAUTHENTICATED, detail).withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }
}
