package org.vedette.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every implementation of {@link LoginAttempts} must do. */
public abstract class LoginAttemptsContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant THEN = Instant.parse("2026-11-30T12:00:00Z");
    private static final AttemptCount ONE = new AttemptCount(1, THEN);
    private static final AttemptCount TWO = new AttemptCount(2, THEN.plusSeconds(1));

    private final String key = "account:" + UUID.randomUUID();

    protected abstract LoginAttempts attempts();

    @Test
    void aCountComesBackAsItWasStored() {
        assertThat(get(attempts().replace(key, null, ONE))).isTrue();
        assertThat(get(attempts().replace(key, ONE, TWO))).isTrue();

        assertThat(get(attempts().of(key))).isEqualTo(TWO);
    }

    @Test
    void aCountThatHasChangedIsNotReplaced() {
        assertThat(get(attempts().replace(key, null, TWO))).isTrue();

        assertThat(get(attempts().replace(key, ONE, TWO))).isFalse();
        assertThat(get(attempts().replace(key, null, ONE))).isFalse();
    }

    @Test
    void ofAttemptsAtTheSameTimeOneIsCounted() {
        var results = get(Flux.range(0, 20)
                .flatMap(attempt -> attempts().replace(key, null, ONE), 20)
                .collectList());

        assertThat(results).containsOnlyOnce(true);
    }

    @Test
    void aCountIsForgottenWhenItIsClearedOrOld() {
        assertThat(get(attempts().replace(key, null, ONE))).isTrue();
        assertThat(get(attempts().replace(key + "2", null, TWO))).isTrue();

        get(attempts().forgetBefore(TWO.lastAt()));

        assertThat(get(attempts().of(key))).isNull();
        assertThat(get(attempts().of(key + "2"))).isEqualTo(TWO);
        get(attempts().clear(key + "2"));
        assertThat(get(attempts().of(key + "2"))).isNull();
    }

    @CanIgnoreReturnValue
    private static <T> @Nullable T get(Mono<T> mono) {
        return mono.block(TIMEOUT);
    }
}
