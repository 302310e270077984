package org.vedette.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vedette.gateway.accounts.AccountId;
import reactor.core.publisher.Mono;

/** What every implementation of {@link PersonalTokens} must do. */
public abstract class PersonalTokensContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant THEN = Instant.parse("2026-11-30T12:00:00Z");

    private final AccountId owner = new AccountId(UUID.randomUUID());

    protected abstract PersonalTokens tokens();

    @Test
    void aTokenComesBackAsItWasAdded() {
        var token = added(THEN.plusSeconds(60));

        assertThat(get(tokens().with(token.id()))).isEqualTo(token);
        assertThat(get(tokens().of(owner).collectList())).containsExactly(token);
    }

    @Test
    void aUseOfATokenIsStored() {
        var token = added(THEN.plusSeconds(60));

        get(tokens().touch(token.id(), THEN));

        assertThat(get(tokens().of(owner).mapNotNull(PersonalToken::lastUsedAt).single()))
                .isEqualTo(THEN);
    }

    @Test
    void aTokenIsRemovedByItsOwnerOnly() {
        var token = added(THEN);

        assertThat(get(tokens().remove(new AccountId(UUID.randomUUID()), token.id())))
                .isFalse();
        assertThat(get(tokens().remove(owner, token.id()))).isTrue();
        assertThat(get(tokens().with(token.id()))).isNull();
        assertThat(get(tokens().remove(owner, token.id()))).isFalse();
    }

    @Test
    void expiredTokensAreForgotten() {
        var expired = added(THEN.minusSeconds(1));
        var current = added(THEN.plusSeconds(1));

        get(tokens().forgetExpired(THEN));

        assertThat(get(tokens().with(expired.id()))).isNull();
        assertThat(get(tokens().with(current.id()))).isEqualTo(current);
    }

    private PersonalToken added(Instant expiresAt) {
        var token = new PersonalToken(
                UUID.randomUUID().toString(), owner, "nightly", Set.of(TokenScope.WRITE), THEN, expiresAt, null);
        get(tokens().add(token));
        return token;
    }

    @CanIgnoreReturnValue
    private static <T> @Nullable T get(Mono<T> mono) {
        return mono.block(TIMEOUT);
    }
}
