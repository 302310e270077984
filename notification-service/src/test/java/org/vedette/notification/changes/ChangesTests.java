package org.vedette.notification.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ChangesTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void aChangeThatIsOvertakenFourTimesIsMade() {
        var result = Changes.repeat(() -> Mono.just("known"), known -> succeedAt(5));

        assertThat(result.block(TIMEOUT)).isEqualTo("done");
    }

    @Test
    void aChangeThatIsOvertakenFiveTimesFails() {
        var result = Changes.repeat(() -> Mono.just("known"), known -> succeedAt(6));

        assertThatExceptionOfType(OvertakenException.class).isThrownBy(() -> result.block(TIMEOUT));
    }

    @Test
    void whatIsNotStoredIsNotOvertaken() {
        var result = Changes.repeat(Mono::<String>empty, known -> succeedAt(1));

        assertThat(result.blockOptional(TIMEOUT)).isEmpty();
    }

    @Test
    void anAttemptIsRepeatedUntilItIsDoneOrFails() {
        assertThat(Changes.untilDone(succeedAt(5)).block(TIMEOUT)).isEqualTo("done");
        attempts.set(0);
        assertThatExceptionOfType(OvertakenException.class)
                .isThrownBy(() -> Changes.untilDone(succeedAt(6)).block(TIMEOUT));
    }

    private Mono<String> succeedAt(int attempt) {
        return Mono.defer(() -> attempts.incrementAndGet() < attempt ? Mono.empty() : Mono.just("done"));
    }
}
