package org.vedette.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.vedette.starter.status.FunctionState;

class StatusBoardTests {

    private static final Instant START = Instant.parse("2026-11-30T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = ((InstantSource) () -> Objects.requireNonNull(now.get())).withZone(ZoneOffset.UTC);
    private final StatusBoard board = new StatusBoard(clock);

    @Test
    void aFunctionThatDoesNotWorkKeepsItsTime() {
        tell(FunctionState.WORKS, 0);
        tell(FunctionState.UNAVAILABLE, 10);
        tell(FunctionState.UNAVAILABLE, 20);

        assertThat(board.statuses())
                .containsExactly(new FunctionStatus(
                        PublicFunction.PUBLISHING, FunctionState.UNAVAILABLE, START.plusSeconds(10)));
    }

    @Test
    void anotherOutageHasAnotherTime() {
        tell(FunctionState.UNAVAILABLE, 10);
        tell(FunctionState.WORKS, 20);
        tell(FunctionState.UNAVAILABLE, 30);

        assertThat(board.statuses()).extracting(FunctionStatus::since).containsExactly(START.plusSeconds(30));
    }

    @Test
    void whatAServiceDoesNotTellIsUnavailable() {
        board.record("notification-service", Map.of());

        assertThat(board.statuses())
                .containsExactly(new FunctionStatus(PublicFunction.ALERTS, FunctionState.UNAVAILABLE, START));
    }

    @Test
    void beforeTheFirstLookNothingIsKnown() {
        assertThat(StatusPage.title(board.statuses())).isEqualTo("We are looking what works");
    }

    private void tell(FunctionState state, int seconds) {
        now.set(START.plusSeconds(seconds));
        board.record("post-service", Map.of("publishing", state));
    }
}
