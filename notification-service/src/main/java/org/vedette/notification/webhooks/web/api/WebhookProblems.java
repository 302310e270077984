package org.vedette.notification.webhooks.web.api;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.webhooks.InvalidWebhookException;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.ProblemType;

/** Maps what is not possible with webhooks to problems. */
@Component
final class WebhookProblems implements ProblemMapper {

    private static final ProblemType INVALID = ProblemType.of(422, "invalid-webhook", "The webhook is not possible");
    private static final ProblemType UNKNOWN = ProblemType.of(404, "unknown-webhook", "There is no such webhook");
    private static final ProblemType DISABLED = ProblemType.of(409, "webhook-disabled", "The webhook is disabled");
    private static final ProblemType WAITING =
            ProblemType.of(409, "delivery-waiting", "The message is attempted already");

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        return failure instanceof InvalidWebhookException invalid
                ? Optional.of(Problem.of(INVALID, "The field " + invalid.field() + " " + invalid.reason() + ".")
                        .withError(invalid.field(), invalid.reason()))
                : Optional.empty();
    }

    static ProblemException unknown() {
        return new ProblemException(Problem.of(UNKNOWN, "There is no such webhook or delivery, or not any more."));
    }

    static ProblemException disabled() {
        return new ProblemException(Problem.of(DISABLED, "Enable the webhook before you send to it."));
    }

    static ProblemException waiting() {
        return new ProblemException(
                Problem.of(WAITING, "The message still waits; it is attempted without being replayed."));
    }
}
