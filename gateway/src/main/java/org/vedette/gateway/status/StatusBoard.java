package org.vedette.gateway.status;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.vedette.starter.status.FunctionState;

/** What is known about the functions, in the memory of this instance. */
@Component
class StatusBoard {

    private final ConcurrentMap<PublicFunction, FunctionStatus> statuses = new ConcurrentHashMap<>();
    private final Clock clock;

    StatusBoard(Clock clock) {
        this.clock = clock;
    }

    /**
     * Records what a service tells.
     *
     * @param functions states by key; a function that is missing is unavailable
     */
    void record(String service, Map<String, FunctionState> functions) {
        var now = clock.instant();
        functionsOf(service)
                .forEach(function ->
                        record(function, functions.getOrDefault(function.key(), FunctionState.UNAVAILABLE), now));
    }

    private void record(PublicFunction function, FunctionState state, Instant now) {
        statuses.merge(function, new FunctionStatus(function, state, now), (before, first) -> before.next(state, now));
    }

    private static Stream<PublicFunction> functionsOf(String service) {
        return Arrays.stream(PublicFunction.values())
                .filter(function -> function.service().equals(service));
    }

    /** The status of each function that is known; none just after the start. */
    List<FunctionStatus> statuses() {
        return Arrays.stream(PublicFunction.values())
                .map(statuses::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
