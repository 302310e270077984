package org.vedette.post.publishing.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.IdempotencyKey;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;

/** Parses the header Idempotency-Key, which a client chooses so that it can repeat a request. */
final class IdempotencyKeys {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private IdempotencyKeys() {}

    static @Nullable IdempotencyKey parse(@Nullable String header, Caller caller, String operation, byte[] content) {
        if (header == null) {
            return null;
        }
        if (!KEY.matcher(header).matches()) {
            var message = "must have 1 to 200 visible ASCII characters";
            throw new ProblemException(
                    Problem.of(StandardProblem.MALFORMED_REQUEST, "The header " + HEADER + " " + message + ".")
                            .withError(HEADER, message));
        }
        return IdempotencyKey.of(caller.person(), operation, header, content);
    }
}
