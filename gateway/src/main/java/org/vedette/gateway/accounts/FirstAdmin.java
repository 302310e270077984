package org.vedette.gateway.accounts;

import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.AuditEvent;
import org.vedette.gateway.audit.AuditLog;
import reactor.core.publisher.Mono;

/** Creates the first account of an installation, an admin's, with a password from the settings. */
public final class FirstAdmin {

    private final Accounts accounts;
    private final PasswordHasher passwords;
    private final Supplier<AccountId> ids;
    private final AuditLog audit;
    private final InstantSource clock;

    public FirstAdmin(
            Accounts accounts, PasswordHasher passwords, Supplier<AccountId> ids, AuditLog audit, InstantSource clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /** Creates the account unless there is one already; true when it was created. */
    public Mono<Boolean> createUnlessThereAreAccounts(LoginName login, String password) {
        return accounts.isEmpty()
                .filter(Boolean::booleanValue)
                .flatMap(none -> passwords.hash(password))
                .flatMap(hash -> accounts.add(account(login, hash)))
                .filter(Boolean::booleanValue)
                .flatMap(added -> audit.record(
                                new AuditEvent(clock.instant(), login.value(), "", AuditAction.FIRST_ADMIN_CREATED, ""))
                        .thenReturn(true))
                .defaultIfEmpty(false);
    }

    private Account account(LoginName login, String hash) {
        var profile = new Profile(ids.get(), login, "Administrator", Set.of(Role.EDITOR, Role.ADMIN));
        return ActiveAccount.first(profile, new Password(hash, clock.instant()));
    }
}
