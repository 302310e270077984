package org.vedette.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.InMemoryAuditLog;
import reactor.core.scheduler.Schedulers;

class FirstAdminTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final LoginName ADMIN = new LoginName("admin");
    private static final String PASSWORD = "the first password";

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final PasswordHasher passwords =
            new PasswordHasher(new Argon2PasswordEncoder(16, 32, 1, 64, 1), Schedulers.immediate());
    private final FirstAdmin firstAdmin =
            new FirstAdmin(accounts, passwords, () -> new AccountId(UUID.randomUUID()), audit, () -> TestAccounts.THEN);

    @Test
    void theFirstAccountIsAnAdminWhoMayPublish() {
        assertThat(created()).isTrue();

        assertThat(accounts.with(ADMIN).block(TIMEOUT)).isInstanceOfSatisfying(ActiveAccount.class, account -> {
            assertThat(account.profile().roleNames()).containsExactly("editor", "admin");
            assertThat(passwords.matches(PASSWORD, account.password().hash()).block(TIMEOUT))
                    .isTrue();
        });
        assertThat(audit.actions()).containsExactly(AuditAction.FIRST_ADMIN_CREATED);
    }

    @Test
    void nothingIsCreatedWhereThereIsAnAccount() {
        assertThat(accounts.add(TestAccounts.anInvitedAccount()).block(TIMEOUT)).isTrue();

        assertThat(created()).isFalse();

        assertThat(accounts.with(ADMIN).block(TIMEOUT)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "eleven char", "Ada Example ", "            "})
    void aPasswordThatIsShortOrTheNameIsRefused(String password) {
        assertThat(PasswordRules.violation(
                        password, TestAccounts.anActiveAccount().profile()))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"twelve chars", "a few words are fine", "пароль из слов", "🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊"})
    void aLongPasswordIsAcceptedWhateverItsCharacters(String password) {
        assertThat(PasswordRules.violation(
                        password, TestAccounts.anActiveAccount().profile()))
                .isEmpty();
    }

    private boolean created() {
        return Boolean.TRUE.equals(
                firstAdmin.createUnlessThereAreAccounts(ADMIN, PASSWORD).block(TIMEOUT));
    }
}
