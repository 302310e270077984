package org.vedette.gateway.login.web;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.secondfactor.UnreadableSecretException;
import org.vedette.starter.mongo.MongoFailures;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.StandardProblem;

/** Says what does not work while the store of accounts is unavailable: everything else does. */
@Component
@Order(-1)
class SignInProblemMapper implements ProblemMapper {

    private static final String RETRY_AFTER = "5";

    private static final String WITHOUT_STORE =
            "Signing in, accounts and API tokens do not work for the moment; reading does. Try again in a few seconds.";

    private static final String UNREADABLE_FACTOR =
            "The key with which your second factor was encrypted is missing. Sign in "
                    + "with one of your recovery codes, or ask an administrator to remove the second factor.";

    private static final String FORM_NOT_SENT = "Nothing was saved. Go back: what you typed is still in the form of the"
            + " page before. Save it again in a few seconds.";

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        if (failure instanceof RejectedExecutionException) {
            return Optional.of(unavailable("Too many people are signing in. Try again in a few seconds."));
        }
        if (failure instanceof UnreadableSecretException) {
            return Optional.of(Problem.of(StandardProblem.UPSTREAM_UNAVAILABLE, UNREADABLE_FACTOR));
        }
        return MongoFailures.isOutage(failure) && isOfStore(failure)
                ? Optional.of(unavailable(isForm(exchange.getRequest()) ? FORM_NOT_SENT : WITHOUT_STORE))
                : Optional.empty();
    }

    /** Whether somebody saved in the studio. Who it was could not be found out, so nothing has reached the service. */
    private static boolean isForm(ServerHttpRequest request) {
        return HttpMethod.POST.equals(request.getMethod())
                && request.getURI().getPath().startsWith("/studio/");
    }

    /** Timeouts of the services behind are no outage of the store. */
    private static boolean isOfStore(Throwable failure) {
        return failure.getClass().getName().startsWith("com.mongodb.");
    }

    private static Problem unavailable(String detail) {
        return Problem.of(StandardProblem.UPSTREAM_UNAVAILABLE, detail).withHeader("Retry-After", RETRY_AFTER);
    }
}
