package org.vedette.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;
import org.vedette.gateway.accounts.Account;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.InMemoryAccounts;
import org.vedette.gateway.accounts.PasswordHasher;
import org.vedette.gateway.accounts.TestAccounts;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.InMemoryAuditLog;
import org.vedette.gateway.login.LoginResult.Accepted;
import org.vedette.gateway.login.LoginResult.LockedOut;
import org.vedette.gateway.login.LoginResult.Refused;
import org.vedette.gateway.login.LoginResult.SecondFactorRequired;
import org.vedette.gateway.secondfactor.SecondFactors;
import org.vedette.gateway.secondfactor.TestCiphers;
import org.vedette.gateway.secondfactor.TestCodes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class LoginServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String CLIENT = "192.0.2.1";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-30T12:00:00Z"));
    private final AtomicInteger checks = new AtomicInteger();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryLoginAttempts attempts = new InMemoryLoginAttempts();
    private final SecondFactors factors =
            new SecondFactors(TestCiphers.cipher(TestCiphers.KEY), () -> Objects.requireNonNull(now.get()));
    private final LoginService logins = new LoginService(
            accounts,
            new PasswordHasher(new ReversingEncoder(), Schedulers.immediate()),
            factors,
            attempts,
            audit,
            () -> Objects.requireNonNull(now.get()));

    private final ActiveAccount ada = added(TestAccounts.anActiveAccount("terces"));

    @Test
    void theRightPasswordIsAccepted() {
        assertThat(login(name(ada), "secret")).isEqualTo(new Accepted(ada));
    }

    @Test
    void aWrongPasswordAnUnknownNameAndAShutAccountGetTheSameAnswer() {
        var shut = added(TestAccounts.aDisabledAccount());
        var invited = added(TestAccounts.anInvitedAccount());

        assertThat(List.of(
                        login(name(ada), "wrong"),
                        login("nobody", "secret"),
                        login("no name at all!", "secret"),
                        login(name(shut), "secret"),
                        login(name(invited), "secret")))
                .containsOnly(new Refused());
        assertThat(checks).as("passwords that were checked").hasValue(5);
    }

    @Test
    void theWaitGrowsWithEachFailureAndEndsWithTheRightPassword() {
        failures(5);

        assertThat(login(name(ada), "secret")).isEqualTo(new LockedOut(Duration.ofSeconds(15)));
        pass(Duration.ofSeconds(15));
        failures(1);
        assertThat(login(name(ada), "secret")).isEqualTo(new LockedOut(Duration.ofSeconds(30)));
        pass(Duration.ofSeconds(30));
        assertThat(login(name(ada), "secret")).isEqualTo(new Accepted(ada));
        failures(4);
        assertThat(login(name(ada), "secret")).isEqualTo(new Accepted(ada));
    }

    @Test
    void noWaitIsLongerThanAQuarterOfAnHour() {
        failures(5);
        for (int i = 0; i < 20; i++) {
            pass(Duration.ofMinutes(15));
            failures(1);
        }

        assertThat(login(name(ada), "secret")).isEqualTo(new LockedOut(Duration.ofMinutes(15)));
    }

    @Test
    void anUnknownNameIsLockedOutAsWell() {
        for (int i = 0; i < 5; i++) {
            login("nobody", "x");
        }

        assertThat(login("nobody", "x")).isInstanceOf(LockedOut.class);
    }

    @Test
    void aClientThatTriesManyNamesIsLockedOut() {
        for (int i = 0; i < 30; i++) {
            login("nobody" + i, "x");
        }

        assertThat(login(name(ada), "secret")).isInstanceOf(LockedOut.class);
        assertThat(get(logins.login(name(ada), "secret", "192.0.2.2"))).isEqualTo(new Accepted(ada));
    }

    @Test
    void attemptsAtTheSameTimeCannotAllPass() {
        var results = get(Flux.range(0, 50)
                .flatMap(i -> logins.login(name(ada), "x", "192.0.2." + i).subscribeOn(Schedulers.parallel()), 50)
                .collectList());

        assertThat(results.stream().filter(Refused.class::isInstance).count()).isLessThanOrEqualTo(5);
    }

    @Test
    void aCodeIsNeededWhereThereIsASecondFactorAndGuessesOfItCount() {
        var grace = added(TestAccounts.anAccountWithSecondFactor());
        now.set(Instant.now());
        assertThat(login(name(grace), "hsah")).isEqualTo(new SecondFactorRequired(grace));

        for (int i = 0; i < 5; i++) {
            assertThat(get(logins.secondFactor(grace, "000000", CLIENT))).isEqualTo(new Refused());
        }

        assertThat(login(name(grace), "hsah")).isInstanceOf(LockedOut.class);
        pass(Duration.ofSeconds(15));
        var code = TestCodes.at("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Objects.requireNonNull(now.get()));
        assertThat(get(logins.secondFactor(grace, code, CLIENT))).isInstanceOf(Accepted.class);
        assertThat(get(logins.secondFactor(grace, code, CLIENT))).isEqualTo(new Refused());
    }

    @Test
    void whoKnowsThePasswordAfterAWaitEntersTheCodeAtOnceAndMayGuessOnce() {
        var grace = added(TestAccounts.anAccountWithSecondFactor());
        now.set(Instant.now());
        for (int i = 0; i < 5; i++) {
            login(name(grace), "wrong");
        }
        pass(Duration.ofSeconds(15));

        assertThat(login(name(grace), "hsah")).isEqualTo(new SecondFactorRequired(grace));
        assertThat(get(logins.secondFactor(grace, "000000", CLIENT))).isEqualTo(new Refused());
        assertThat(login(name(grace), "hsah")).isEqualTo(new LockedOut(Duration.ofSeconds(30)));
        pass(Duration.ofSeconds(30));
        assertThat(login(name(grace), "hsah")).isEqualTo(new SecondFactorRequired(grace));
        var code = TestCodes.at("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Objects.requireNonNull(now.get()));

        assertThat(get(logins.secondFactor(grace, code, CLIENT))).isInstanceOf(Accepted.class);
    }

    @Test
    void peopleWithASecondFactorBehindOneAddressDoNotLockOneAnotherOut() {
        var grace = added(TestAccounts.anAccountWithSecondFactor());

        for (int i = 0; i < 40; i++) {
            pass(Duration.ofSeconds(30));
            var required = (SecondFactorRequired) Objects.requireNonNull(login(name(grace), "hsah"));
            var code = TestCodes.at("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Objects.requireNonNull(now.get()));
            assertThat(get(logins.secondFactor(required.account(), code, CLIENT)))
                    .isInstanceOf(Accepted.class);
        }

        assertThat(login(name(ada), "secret")).isEqualTo(new Accepted(ada));
    }

    @Test
    void anAttemptForWhichThereIsNoThreadIsNoFailure() {
        var busy = Schedulers.newSingle("busy");
        busy.dispose();
        var overloaded = new LoginService(
                accounts,
                new PasswordHasher(new ReversingEncoder(), busy),
                factors,
                attempts,
                audit,
                () -> Objects.requireNonNull(now.get()));

        for (int i = 0; i < 40; i++) {
            var attempt = overloaded.login(name(ada), "secret", CLIENT);
            assertThatThrownBy(() -> attempt.block(TIMEOUT)).isInstanceOf(RejectedExecutionException.class);
        }

        assertThat(login(name(ada), "secret")).isEqualTo(new Accepted(ada));
    }

    @Test
    void failuresAreRecordedWithTheNameOfTheAccount() {
        login(name(ada), "wrong");
        login("my-password-by-mistake", "ada");

        var who = audit.events().stream().map(event -> event.who()).toList();
        assertThat(who).containsExactlyInAnyOrder(name(ada), "unknown");
        assertThat(audit.actions()).containsOnly(AuditAction.LOGIN_FAILED);
    }

    private void failures(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(login(name(ada), "wrong")).isEqualTo(new Refused());
        }
    }

    private void pass(Duration time) {
        now.set(Objects.requireNonNull(now.get()).plus(time));
    }

    @CanIgnoreReturnValue
    private LoginResult login(String name, String password) {
        return get(logins.login(name, password, CLIENT));
    }

    private <T extends Account> T added(T account) {
        assertThat(accounts.add(account).block(TIMEOUT)).isTrue();
        return account;
    }

    private static String name(Account account) {
        return account.profile().login().value();
    }

    private static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(TIMEOUT));
    }

    /** Is quick, and counts. */
    private final class ReversingEncoder extends AbstractValidatingPasswordEncoder {

        @Override
        protected String encodeNonNullPassword(String password) {
            return new StringBuilder(password).reverse().toString();
        }

        @Override
        protected boolean matchesNonNull(String password, String hash) {
            checks.incrementAndGet();
            return encodeNonNullPassword(password).equals(hash);
        }
    }
}
