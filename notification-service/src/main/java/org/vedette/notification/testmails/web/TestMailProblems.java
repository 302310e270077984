package org.vedette.notification.testmails.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.testmails.TooManyTestMailsException;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.ProblemType;

/** Says that somebody has had all test mails of a day. */
@Component
final class TestMailProblems implements ProblemMapper {

    private static final ProblemType TOO_MANY = ProblemType.of(429, "too-many-test-mails", "No more test mails today");

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        return failure instanceof TooManyTestMailsException
                ? Optional.of(Problem.of(TOO_MANY, String.valueOf(failure.getMessage())))
                : Optional.empty();
    }
}
