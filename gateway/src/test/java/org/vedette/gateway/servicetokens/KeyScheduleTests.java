package org.vedette.gateway.servicetokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyScheduleTests {

    private static final Duration DELAY = Duration.ofMinutes(10);
    private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");
    private static final Instant ADDED = START.plus(Duration.ofHours(1));
    private static final Instant CHANGE = ADDED.plus(DELAY);

    private final SigningKey old = SigningKey.generate();
    private final SigningKey next = SigningKey.generate();

    @Test
    void theOnlyKeySignsAtOnce() {
        var schedule = KeySchedule.start(List.of(old), START, DELAY);

        assertThat(schedule.signing()).isEqualTo(old);
        assertThat(schedule.published()).containsExactly(old);
    }

    @Test
    void aKeyThatIsAddedIsPublishedAtOnceAndSignsAfterTheDelay() {
        var added = KeySchedule.start(List.of(old), START, DELAY).with(List.of(old, next), ADDED, DELAY);

        assertThat(added.published()).containsExactly(old, next);
        assertThat(added.at(CHANGE.minusMillis(1)).signing()).isEqualTo(old);
        assertThat(added.at(CHANGE).signing()).isEqualTo(next);
        assertThat(added.at(CHANGE).published()).containsExactly(old, next);
    }

    @Test
    void aKeyInPlaceOfTheOldOneDoesTheSame() {
        var replaced = KeySchedule.start(List.of(old), START, DELAY).with(List.of(next), ADDED, DELAY);

        assertThat(replaced.published()).containsExactlyInAnyOrder(old, next);
        assertThat(replaced.at(CHANGE.minusMillis(1)).signing()).isEqualTo(old);
        assertThat(replaced.at(CHANGE).signing()).isEqualTo(next);
    }

    @Test
    void aKeyIsPublishedForAsLongAsATokenOfItMayCome() {
        var replaced = KeySchedule.start(List.of(old), START, DELAY).with(List.of(next), ADDED, DELAY);
        var end = CHANGE.plus(KeySchedule.RETIREMENT);

        assertThat(replaced.at(CHANGE).at(end.minusMillis(1)).published()).containsExactly(next, old);
        assertThat(replaced.at(CHANGE).at(end).published()).containsExactly(next);
    }

    @Test
    void anotherReadingOfTheSameKeysDoesNotPutTheChangeOff() {
        var added = KeySchedule.start(List.of(old), START, DELAY)
                .with(List.of(old, next), ADDED, DELAY)
                .with(List.of(next), ADDED.plusSeconds(60), DELAY);

        assertThat(added.at(CHANGE).signing()).isEqualTo(next);
    }

    @Test
    void aChangeThatIsTakenBackInTimeChangesNothing() {
        var back = KeySchedule.start(List.of(old), START, DELAY)
                .with(List.of(old, next), ADDED, DELAY)
                .with(List.of(old), ADDED.plusSeconds(60), DELAY);

        assertThat(back.at(CHANGE).signing()).isEqualTo(old);
        assertThat(back.published()).containsExactly(old, next);
        assertThat(back.at(CHANGE).published()).containsExactly(old);
    }

    @Test
    void anInstanceThatStartsWithANewKeySignsWithTheOneBeforeUntilOthersKnowIt() {
        var started = KeySchedule.start(List.of(old, next), START, DELAY);

        assertThat(started.signing()).isEqualTo(old);
        assertThat(started.published()).containsExactly(old, next);
        assertThat(started.at(START.plus(DELAY)).signing()).isEqualTo(next);
    }
}
