package org.vedette.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.gateway.accounts.TestAccounts.anActiveAccount;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.ActiveAccounts;
import org.vedette.gateway.accounts.InMemoryAccounts;
import org.vedette.gateway.accounts.TestAccounts;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.InMemoryAuditLog;
import org.vedette.gateway.secrets.Secret;
import org.vedette.gateway.secrets.SecretGenerator;
import reactor.core.publisher.Mono;

class PersonalTokenServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String CLIENT = "192.0.2.1";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-30T12:00:00Z"));
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryPersonalTokens store = new InMemoryPersonalTokens();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final PersonalTokenService tokens = new PersonalTokenService(
            store,
            new ActiveAccounts(accounts, true),
            new SecretGenerator(new SecureRandom()),
            audit,
            () -> Objects.requireNonNull(now.get()));

    private final ActiveAccount ada = added(anActiveAccount());

    @Test
    void aTokenIsItsOwnersWithinItsScopes() {
        var created = created(Set.of(TokenScope.PUBLISH));

        var holder = Objects.requireNonNull(get(tokens.holder(created.secret())));

        assertThat(holder.owner()).isEqualTo(ada);
        assertThat(holder.token().scopes()).containsExactlyInAnyOrder(TokenScope.READ, TokenScope.PUBLISH);
        assertThat(get(store.with(created.secret().value()))).isNull();
    }

    @Test
    void aTokenEndsWhenItWasSaid() {
        var created = created(Set.of());

        pass(Duration.ofDays(7).minusSeconds(1));
        assertThat(get(tokens.holder(created.secret()))).isNotNull();
        pass(Duration.ofSeconds(1));

        assertThat(get(tokens.holder(created.secret()))).isNull();
    }

    @Test
    void aRevokedTokenIsRefused() {
        var created = created(Set.of());

        get(tokens.revoke(ada, created.token().id(), CLIENT));

        assertThat(get(tokens.holder(created.secret()))).isNull();
        assertThat(audit.actions()).containsExactly(AuditAction.TOKEN_CREATED, AuditAction.TOKEN_REVOKED);
    }

    @Test
    void nobodyRevokesTheTokenOfAnother() {
        var created = created(Set.of());

        get(tokens.revoke(added(anActiveAccount()), created.token().id(), CLIENT));

        assertThat(get(tokens.holder(created.secret()))).isNotNull();
        assertThat(audit.actions()).containsExactly(AuditAction.TOKEN_CREATED);
    }

    @Test
    void theTokensOfADisabledAccountAreRefusedAtOnce() {
        var created = created(Set.of());

        assertThat(get(accounts.replace(ada.disable(TestAccounts.THEN)))).isTrue();

        assertThat(get(tokens.holder(created.secret()))).isNull();
    }

    @Test
    void theLastUseIsStoredOnceAMinute() {
        var created = created(Set.of());
        var first = now.get();

        get(tokens.holder(created.secret()));
        pass(Duration.ofSeconds(59));
        get(tokens.holder(created.secret()));
        assertThat(get(tokens.of(ada.id()).mapNotNull(PersonalToken::lastUsedAt).next()))
                .isEqualTo(first);
        pass(Duration.ofSeconds(1));
        get(tokens.holder(created.secret()));

        assertThat(get(tokens.of(ada.id()).mapNotNull(PersonalToken::lastUsedAt).next()))
                .isEqualTo(now.get());
    }

    @Test
    void whatDoesNotLookLikeATokenIsNotLookedUp() {
        assertThat(get(tokens.holder(new Secret("vedette_pat_short")))).isNull();
    }

    private CreatedToken created(Set<TokenScope> scopes) {
        return Objects.requireNonNull(get(tokens.create(ada, "nightly", scopes, Duration.ofDays(7), CLIENT)));
    }

    private void pass(Duration time) {
        now.set(Objects.requireNonNull(now.get()).plus(time));
    }

    private ActiveAccount added(ActiveAccount account) {
        assertThat(accounts.add(account).block(TIMEOUT)).isTrue();
        return account;
    }

    @CanIgnoreReturnValue
    private static <T> @Nullable T get(Mono<T> mono) {
        return mono.block(TIMEOUT);
    }
}
