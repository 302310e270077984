package org.vedette.starter.problems;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.starter.failures.Failures;

/** Translates what Spring Security refuses. */
final class SecurityProblems implements ProblemMapper {

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        // The issuer's keys are fetched when a token comes whose key is not known yet.
        if (failure instanceof AuthenticationServiceException
                || Failures.find(failure, WebClientException.class).isPresent()) {
            return Optional.of(Problem.of(
                    StandardProblem.UPSTREAM_UNAVAILABLE, "Tokens cannot be checked at the moment: try again soon."));
        }
        if (failure instanceof AuthenticationException) {
            return Optional.of(Problem.of(
                    StandardProblem.UNAUTHENTICATED,
                    "Send a valid token in the header Authorization: Bearer <token>."));
        }
        return failure instanceof AccessDeniedException
                ? Optional.of(Problem.of(
                        StandardProblem.FORBIDDEN,
                        "This needs the role editor, and some things the role admin: ask an administrator for it."))
                : Optional.empty();
    }
}
