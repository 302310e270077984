package org.vedette.gateway.identity;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.starter.problems.HtmlPreference;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.ProblemType;
import org.vedette.starter.problems.StandardProblem;

/** Maps a missing, unknown or insufficient API token to a problem with the matching challenge (RFC 6750 §3). */
@Component
@Order(0)
class ApiTokenProblemMapper implements ProblemMapper {

    private static final ProblemType SIGNED_OUT = new ProblemType.DefinedProblemType(
            StandardProblem.UNAUTHENTICATED.uri(), "You are not signed in", StandardProblem.UNAUTHENTICATED.status());

    private static final String PAGE = "Sign in to see this page.";

    private static final String FORM =
            "Nothing was saved, because you are not signed in any more. Go back: what you typed is"
                    + " still in the form of the page before. Sign in in another tab, and then save it again.";

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
                ? Optional.of(
                        HtmlPreference.isPreferred(exchange.getRequest())
                                ? signedOut(exchange.getRequest())
                                : unauthenticated(
                                        "Send an API token in the header Authorization: Bearer <token>, or sign in.",
                                        "Bearer"))
                : Optional.empty();
    }

    /** For people, who know no tokens. A form that nobody is known for has reached no service. */
    private static Problem signedOut(ServerHttpRequest request) {
        var isRead = HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod());
        return Problem.of(SIGNED_OUT, isRead ? PAGE : FORM).withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static Problem unauthenticated(String detail, String challenge) {
        return Problem.of(StandardProblem.UNAUTHENTICATED, detail).withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }
}
