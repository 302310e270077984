package org.vedette.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.gateway.accounts.TestAccounts.THEN;
import static org.vedette.gateway.accounts.TestAccounts.anActiveAccount;

import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every implementation of {@link Accounts} must do. */
public abstract class AccountsContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    protected abstract Accounts accounts();

    static Stream<Account> inEveryState() {
        return Stream.of(
                anActiveAccount(),
                TestAccounts.anAccountWithSecondFactor(),
                TestAccounts.anAccountOfAProvider(),
                TestAccounts.anInvitedAccount(),
                TestAccounts.aDisabledAccount());
    }

    @ParameterizedTest
    @MethodSource("inEveryState")
    void anAccountComesBackAsItWasAdded(Account account) {
        assertThat(get(accounts().add(account))).isTrue();

        assertThat(get(accounts().with(account.id()))).isEqualTo(account);
        assertThat(get(accounts().with(account.profile().login()))).isEqualTo(account);
    }

    @Test
    void aLoginNameIsTakenOnce() {
        var first = anActiveAccount();
        var profile = first.profile();
        var second = new InvitedAccount(
                new Profile(anActiveAccount().id(), profile.login(), "Grace Example", profile.roles()), 1, THEN);
        assertThat(get(accounts().add(first))).isTrue();

        assertThat(get(accounts().add(second))).isFalse();
    }

    @Test
    void anAccountIsAddedOnce() {
        var account = anActiveAccount();
        assertThat(get(accounts().add(account))).isTrue();

        var profile = account.profile();
        var again = new Profile(profile.id(), anActiveAccount().profile().login(), "Ada", profile.roles());

        assertThat(get(accounts().add(new InvitedAccount(again, 1, THEN)))).isFalse();
    }

    @Test
    void ofChangesAtTheSameTimeOneIsMade() {
        var account = anActiveAccount();
        assertThat(get(accounts().add(account))).isTrue();

        var results = get(Flux.range(0, 20)
                .flatMap(change -> accounts().replace(account.withPassword("hash " + change, THEN)), 20)
                .collectList());

        assertThat(results).containsOnlyOnce(true);
    }

    @Test
    void anAccountThatDoesNotExistIsNotReplaced() {
        assertThat(get(accounts().replace(anActiveAccount().disable(THEN)))).isFalse();
    }

    @Test
    void allAccountsAreListed() {
        var one = anActiveAccount();
        var other = TestAccounts.anInvitedAccount();
        assertThat(get(accounts().add(one))).isTrue();
        assertThat(get(accounts().add(other))).isTrue();

        assertThat(get(accounts().all().collectList())).contains(one, other);
    }

    @Test
    void thereAreAccountsOnceOneIsAdded() {
        assertThat(get(accounts().add(anActiveAccount()))).isTrue();

        assertThat(get(accounts().isEmpty())).isFalse();
    }

    private static <T> @Nullable T get(Mono<T> mono) {
        return mono.block(TIMEOUT);
    }
}
