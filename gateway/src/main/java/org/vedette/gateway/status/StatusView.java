package org.vedette.gateway.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.starter.status.FunctionState;

/**
 * The status as JSON.
 *
 * @param status how well the worst function works; missing while nothing is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatusView(@Nullable FunctionState status, List<FunctionView> functions) {

    static StatusView of(List<FunctionStatus> statuses) {
        return new StatusView(
                statuses.stream()
                        .map(FunctionStatus::state)
                        .max(Enum::compareTo)
                        .orElse(null),
                statuses.stream().map(FunctionView::of).toList());
    }

    /**
     * A function.
     *
     * @param since when the gateway first saw that it does not work as it should; missing while it does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FunctionView(
            String name,
            String title,
            FunctionState status,
            @Nullable Instant since) {

        static FunctionView of(FunctionStatus status) {
            return new FunctionView(
                    status.function().key(),
                    status.function().title(),
                    status.state(),
                    status.works() ? null : status.since());
        }
    }
}
