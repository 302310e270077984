package org.vedette.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.gateway.accounts.TestAccounts.anActiveAccount;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.ActiveAccounts;
import org.vedette.gateway.accounts.InMemoryAccounts;
import org.vedette.gateway.accounts.TestAccounts;
import org.vedette.gateway.secrets.Secret;
import org.vedette.gateway.secrets.SecretGenerator;
import reactor.core.publisher.Mono;

class SessionServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final ClientDescription CLIENT = new ClientDescription("192.0.2.1", "Firefox on Linux");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-30T12:00:00Z"));
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemorySessions store = new InMemorySessions();
    private final SessionService sessions = new SessionService(
            store,
            new ActiveAccounts(accounts, true),
            new SecretGenerator(new SecureRandom()),
            new SessionTimeouts(Duration.ofHours(2), Duration.ofHours(12)),
            () -> Objects.requireNonNull(now.get()));

    private final ActiveAccount ada = added(anActiveAccount());

    @Test
    void aSessionIsFoundByItsSecretAndStoredUnderItsHash() {
        var secret = started();

        assertThat(secret.value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(get(store.with(secret.value()))).isNull();
        assertThat(get(store.with(secret.sha256()))).isNotNull();
        assertThat(get(sessions.signedIn(secret).map(SignedIn::account))).isEqualTo(ada);
    }

    @Test
    void anUnknownSecretIsNobodys() {
        assertThat(get(sessions.signedIn(new Secret("guessed")))).isNull();
    }

    @Test
    void aSessionThatIsNotUsedEnds() {
        var secret = started();

        pass(Duration.ofMinutes(119));
        assertThat(get(sessions.signedIn(secret))).isNotNull();
        pass(Duration.ofMinutes(119));
        assertThat(get(sessions.signedIn(secret))).isNotNull();
        pass(Duration.ofHours(2));
        assertThat(get(sessions.signedIn(secret))).isNull();
    }

    @Test
    void aSessionEndsHoweverMuchItIsUsed() {
        var secret = started();

        for (int hour = 0; hour < 11; hour++) {
            pass(Duration.ofHours(1));
            assertThat(get(sessions.signedIn(secret))).isNotNull();
        }
        pass(Duration.ofHours(1));

        assertThat(get(sessions.signedIn(secret))).isNull();
    }

    @Test
    void theLastUseIsStoredOnceAMinute() {
        var secret = started();
        var start = now.get();

        pass(Duration.ofSeconds(59));
        assertThat(get(sessions.signedIn(secret))).isNotNull();
        assertThat(lastSeenAt()).isEqualTo(start);
        pass(Duration.ofSeconds(1));
        assertThat(get(sessions.signedIn(secret))).isNotNull();

        assertThat(lastSeenAt()).isEqualTo(now.get());
    }

    @Test
    void aPendingSessionOpensNothingAndEndsAfterFiveMinutes() {
        var secret = Objects.requireNonNull(get(sessions.startPending(ada)));

        assertThat(get(sessions.signedIn(secret))).isNull();
        assertThat(get(sessions.pending(secret).map(PendingSignIn::account))).isEqualTo(ada);
        pass(Duration.ofMinutes(5));
        assertThat(get(sessions.pending(secret))).isNull();
    }

    @Test
    void theSessionsOfADisabledAccountAreRefusedAtOnce() {
        var secret = started();

        assertThat(get(accounts.replace(ada.disable(TestAccounts.THEN)))).isTrue();

        assertThat(get(sessions.signedIn(secret))).isNull();
    }

    @Test
    void aSessionOfAPasswordThatWasReplacedIsRefusedThoughItIsStillStored() {
        var secret = started();
        var pending = Objects.requireNonNull(get(sessions.startPending(ada)));

        var changed = ada.withPassword("another hash", TestAccounts.THEN);
        assertThat(get(accounts.replace(changed))).isTrue();

        assertThat(get(store.with(secret.sha256()))).isNotNull();
        assertThat(get(sessions.signedIn(secret))).isNull();
        assertThat(get(sessions.pending(pending))).isNull();
        assertThat(get(sessions.of(ada.id()).collectList())).isEmpty();
        var next = Objects.requireNonNull(get(sessions.start(changed, CLIENT))).secret();
        assertThat(get(sessions.signedIn(next).map(SignedIn::account))).isEqualTo(changed);
    }

    @Test
    void aLoginWithAPasswordThatIsReplacedMeanwhileOpensNothing() {
        assertThat(get(accounts.replace(ada.withPassword("another hash", TestAccounts.THEN))))
                .isTrue();

        assertThat(get(sessions.signedIn(started()))).isNull();
    }

    @Test
    void aSessionFromBeforeAnAccountWasDisabledDoesNotComeBack() {
        var secret = started();
        var disabled = ada.disable(TestAccounts.THEN);
        var enabled = disabled.enable(TestAccounts.THEN);

        assertThat(get(accounts.replace(disabled))).isTrue();
        assertThat(get(accounts.replace(enabled))).isTrue();

        assertThat(get(sessions.signedIn(secret))).isNull();
    }

    @Test
    void aChangeOfNameOrFactorLeavesSessionsValid() {
        var secret = started();
        var renamed =
                ada.withProfile(ada.profile().with("Ada Other", ada.profile().roles()));
        var factor = TestAccounts.anAccountWithSecondFactor().secondFactor();

        assertThat(get(accounts.replace(renamed))).isTrue();
        assertThat(get(accounts.replace(renamed.withSecondFactor(factor)))).isTrue();

        assertThat(get(sessions.signedIn(secret))).isNotNull();
    }

    @Test
    void aSessionEndsWhenAnAdminRemovesTheSecondFactor() {
        var secret = started();

        assertThat(get(accounts.replace(ada.withoutSecondFactor()))).isTrue();

        assertThat(get(sessions.signedIn(secret))).isNull();
    }

    private Secret started() {
        return Objects.requireNonNull(get(sessions.start(ada, CLIENT).map(SignedIn::secret)));
    }

    private @Nullable Instant lastSeenAt() {
        return get(sessions.of(ada.id()).map(ActiveSession::lastSeenAt).next());
    }

    private void pass(Duration time) {
        now.set(Objects.requireNonNull(now.get()).plus(time));
    }

    private ActiveAccount added(ActiveAccount account) {
        assertThat(accounts.add(account).block(TIMEOUT)).isTrue();
        return account;
    }

    private static <T> @Nullable T get(Mono<T> mono) {
        return mono.block(TIMEOUT);
    }
}
