package org.vedette.notification.controls.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.changes.OvertakenException;
import org.vedette.notification.controls.ControlRefusedException;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.ProblemType;

/** Maps what operators cannot do to problems. */
@Component
final class ControlProblems implements ProblemMapper {

    private static final ProblemType ALERT_STATE =
            ProblemType.of(409, "alert-state", "The state of the alert does not allow this");
    private static final ProblemType OVERTAKEN =
            ProblemType.of(409, "changed-meanwhile", "Others changed the same at the same moment");

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        if (failure instanceof ControlRefusedException refused) {
            return Optional.of(Problem.of(ALERT_STATE, String.valueOf(refused.getMessage())));
        }
        return failure instanceof OvertakenException overtaken
                ? Optional.of(Problem.of(OVERTAKEN, String.valueOf(overtaken.getMessage())))
                : Optional.empty();
    }
}
