package org.vedette.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vedette.gateway.accounts.AccountId;
import reactor.core.publisher.Mono;

/** What every implementation of {@link Sessions} must do. */
public abstract class SessionsContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant THEN = Instant.parse("2026-11-30T12:00:00Z");

    private final AccountId account = new AccountId(UUID.randomUUID());

    protected abstract Sessions sessions();

    @Test
    void aSessionComesBackAsItWasAdded() {
        var active = added(active(THEN.plusSeconds(60)));
        var pending = added(new PendingSession(UUID.randomUUID().toString(), account, 4, THEN));

        assertThat(get(sessions().with(active.id()))).isEqualTo(active);
        assertThat(get(sessions().with(pending.id()))).isEqualTo(pending);
    }

    @Test
    void aUseOfASessionIsStored() {
        var session = added(active(THEN.plusSeconds(60)));

        get(sessions().touch(session, THEN.plusSeconds(30)));

        assertThat(get(sessions().of(account).map(ActiveSession::lastSeenAt).single()))
                .isEqualTo(THEN.plusSeconds(30));
    }

    @Test
    void aUseDoesNotBringBackASessionThatHasEnded() {
        var session = added(active(THEN.plusSeconds(60)));
        get(sessions().end(session.id()));

        get(sessions().touch(session, THEN));

        assertThat(get(sessions().with(session.id()))).isNull();
    }

    @Test
    void whenAPersonWasSeenLastIsKnownAfterTheSession() {
        var session = added(active(THEN.plusSeconds(60)));
        assertThat(get(sessions().lastSeen())).containsEntry(account, THEN);

        get(sessions().touch(session, THEN.plusSeconds(30)));
        get(sessions().touch(session, THEN.plusSeconds(20)));
        get(sessions().end(session.id()));

        assertThat(get(sessions().lastSeen())).containsEntry(account, THEN.plusSeconds(30));
    }

    @Test
    void theOtherSessionsOfAPersonEndAndNobodyElses() {
        var own = added(active(THEN));
        var other = added(active(THEN));
        var pending = added(new PendingSession(UUID.randomUUID().toString(), account, 4, THEN));
        var ofAnother =
                added(new PendingSession(UUID.randomUUID().toString(), new AccountId(UUID.randomUUID()), 4, THEN));

        get(sessions().endOthers(account, own.id()));

        assertThat(get(sessions().with(other.id()))).isNull();
        assertThat(get(sessions().with(pending.id()))).isNull();
        assertThat(get(sessions().with(own.id()))).isEqualTo(own);
        assertThat(get(sessions().with(ofAnother.id()))).isEqualTo(ofAnother);
    }

    @Test
    void expiredSessionsAreForgotten() {
        var expired = added(active(THEN.minusSeconds(1)));
        var current = added(active(THEN.plusSeconds(1)));

        get(sessions().forgetExpired(THEN));

        assertThat(get(sessions().with(expired.id()))).isNull();
        assertThat(get(sessions().with(current.id()))).isEqualTo(current);
    }

    private ActiveSession active(Instant expiresAt) {
        return new ActiveSession(
                UUID.randomUUID().toString(),
                account,
                3,
                THEN,
                THEN,
                expiresAt,
                new ClientDescription("192.0.2.1", "Firefox on Linux"));
    }

    private <T extends Session> T added(T session) {
        get(sessions().add(session));
        return session;
    }

    @CanIgnoreReturnValue
    private static <T> @Nullable T get(Mono<T> mono) {
        return mono.block(TIMEOUT);
    }
}
