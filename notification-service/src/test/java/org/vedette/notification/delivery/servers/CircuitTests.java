package org.vedette.notification.delivery.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.vedette.notification.delivery.servers.Circuit.Change;

class CircuitTests {

    private long now;
    private final Circuit circuit = new Circuit(CircuitRules.DEFAULT, () -> now);

    @ParameterizedTest
    @EnumSource(names = {"BUSY", "REFUSED", "BROKEN", "UNANSWERED", "NO_MAILBOX"})
    void refusalsOfEverybodyOpenIt(Answer refusal) {
        record(refusal, 10);

        assertThat(circuit.isOpen()).isTrue();
    }

    @Test
    void fullMailboxesDoNotOpenIt() {
        record(Answer.MAILBOX_BUSY, 50);

        assertThat(circuit.isOpen()).isFalse();
    }

    @Test
    void aListWithManyMailboxesThatAreGoneDoesNotOpenIt() {
        for (var i = 0; i < 50; i++) {
            record(Answer.NO_MAILBOX, 1);
            record(Answer.ACCEPTED, 1);
        }

        assertThat(circuit.isOpen()).isFalse();
    }

    @Test
    void aQuarterOfRefusalsDoesNotOpenIt() {
        for (var i = 0; i < 50; i++) {
            record(Answer.REFUSED, 1);
            record(Answer.ACCEPTED, 3);
        }

        assertThat(circuit.isOpen()).isFalse();
    }

    @Test
    void halfOfTheLastAnswersOpensIt() {
        record(Answer.ACCEPTED, 1_000);

        record(Answer.REFUSED, 9);
        assertThat(circuit.isOpen()).isFalse();
        record(Answer.REFUSED, 1);

        assertThat(circuit.isOpen()).isTrue();
    }

    @Test
    void aSecondConnectionThatFailsOpensItAtOnce() {
        record(Answer.ACCEPTED, 20);
        assertThat(circuit.record(Answer.BROKEN, true)).isEqualTo(Change.NONE);
        assertThat(circuit.record(Answer.BROKEN, true)).isEqualTo(Change.OPENED);
    }

    @Test
    void aFewRefusalsOpenItWhenNothingElseComesForSomeSeconds() {
        record(Answer.BUSY, 4);
        assertThat(circuit.isOpen()).isFalse();
        advance(Duration.ofSeconds(3));

        record(Answer.BUSY, 1);

        assertThat(circuit.isOpen()).isTrue();
    }

    @Test
    void connectionsThatFailNowAndThenDoNotOpenIt() {
        for (var i = 0; i < 50; i++) {
            assertThat(circuit.record(Answer.BROKEN, true)).isEqualTo(Change.NONE);
            record(Answer.ACCEPTED, 5);
        }
    }

    @Test
    void aProbeIsDueSoonAndThenAtLeastEveryTenSeconds() {
        record(Answer.REFUSED, 10);
        assertThat(circuit.takeProbe()).isFalse();

        advance(Duration.ofSeconds(1));
        assertThat(circuit.takeProbe()).isTrue();
        for (var i = 0; i < 10; i++) {
            record(Answer.REFUSED, 1);
            advance(Duration.ofSeconds(10));
            assertThat(circuit.takeProbe()).isTrue();
        }
    }

    @Test
    void oneMailAtATimeIsAProbe() {
        record(Answer.REFUSED, 10);
        advance(Duration.ofSeconds(1));

        assertThat(IntStream.range(0, 5).filter(mail -> circuit.takeProbe()).count())
                .isEqualTo(1);
    }

    @Test
    void aProbeThatWasNeverSentDoesNotBlockTheNext() {
        record(Answer.REFUSED, 10);
        advance(Duration.ofSeconds(1));
        assertThat(circuit.takeProbe()).isTrue();

        advance(Duration.ofMinutes(2));

        assertThat(circuit.takeProbe()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "MAILBOX_BUSY"})
    void aMailThatIsTakenClosesIt(Answer answer) {
        record(Answer.REFUSED, 10);
        advance(Duration.ofSeconds(1));
        assertThat(circuit.takeProbe()).isTrue();

        assertThat(circuit.record(answer, false)).isEqualTo(Change.CLOSED);
        assertThat(circuit.isOpen()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"ACCEPTED", "MAILBOX_BUSY"})
    void anyOtherAnswerLeavesItOpen(Answer answer) {
        record(Answer.REFUSED, 10);
        advance(Duration.ofSeconds(1));
        assertThat(circuit.takeProbe()).isTrue();

        assertThat(circuit.record(answer, false)).isEqualTo(Change.NONE);
        assertThat(circuit.isOpen()).isTrue();
    }

    private void record(Answer answer, int times) {
        for (var i = 0; i < times; i++) {
            assertThat(circuit.record(answer, false)).isNotNull();
        }
    }

    private void advance(Duration duration) {
        now += duration.toNanos();
    }
}
