package org.vedette.gateway.login;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.vedette.gateway.accounts.Account;
import org.vedette.gateway.accounts.Accounts;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.LoginName;
import org.vedette.gateway.accounts.PasswordHasher;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.AuditEvent;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.login.LoginResult.Accepted;
import org.vedette.gateway.login.LoginResult.LockedOut;
import org.vedette.gateway.login.LoginResult.Refused;
import org.vedette.gateway.login.LoginResult.SecondFactorRequired;
import org.vedette.gateway.secondfactor.SecondFactor;
import org.vedette.gateway.secondfactor.SecondFactors;
import reactor.core.publisher.Mono;

/** Checks who a person is: by password, then by the second factor where the account has one. */
public final class LoginService {

    private static final int MAX_NAME_LENGTH = 254;

    private final Accounts accounts;
    private final PasswordHasher passwords;
    private final SecondFactors factors;
    private final Lockout lockout;
    private final AuditLog audit;
    private final InstantSource clock;

    public LoginService(
            Accounts accounts,
            PasswordHasher passwords,
            SecondFactors factors,
            LoginAttempts attempts,
            AuditLog audit,
            InstantSource clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.lockout = new Lockout(attempts, clock);
        this.audit = audit;
        this.clock = clock;
    }

    /** Checks name and password. Unknown and disabled accounts take the same time and get the same answer. */
    public Mono<LoginResult> login(String name, String password, String client) {
        var login = normalized(name);
        return attempt(
                login,
                client,
                AuditAction.LOGIN_FAILED,
                () -> account(login)
                        .flatMap(account -> check(account, password))
                        .map(account -> account.<LoginResult>map(this::accepted).orElseGet(Refused::new)));
    }

    /** Checks a one-time password, or a recovery code, of a person whose password was right. */
    public Mono<LoginResult> secondFactor(ActiveAccount account, String code, String client) {
        return attempt(
                account.profile().login().value(),
                client,
                AuditAction.SECOND_FACTOR_FAILED,
                () -> use(account, code, client));
    }

    /** Checks the password of a person who is signed in, before a change that a found laptop must not be able to make. */
    public Mono<LoginResult> confirm(ActiveAccount account, String password, String client) {
        return attempt(
                account.profile().login().value(),
                client,
                AuditAction.LOGIN_FAILED,
                () -> passwords
                        .matches(password, account.password().hash())
                        .map(matches -> matches ? new Accepted(account) : new Refused()));
    }

    private Mono<LoginResult> attempt(
            String login, String client, AuditAction failure, Supplier<Mono<LoginResult>> check) {
        return lockout.begin(login, client)
                .flatMap(wait -> Lockout.isAllowed(wait)
                        ? Mono.defer(check)
                                .onErrorResume(error -> withdrawn(error, login, client))
                                .flatMap(result -> finish(result, login, client, failure))
                        : lockedOut(wait, login, client));
    }

    private Mono<LoginResult> withdrawn(Throwable error, String login, String client) {
        return lockout.withdrawn(login, client).onErrorComplete().then(Mono.error(error));
    }

    private Mono<LoginResult> finish(LoginResult result, String login, String client, AuditAction failure) {
        if (result instanceof Accepted) {
            return lockout.succeeded(login, client).thenReturn(result);
        }
        if (result instanceof SecondFactorRequired) {
            return lockout.halfSucceeded(login, client).thenReturn(result);
        }
        return result instanceof Refused ? record(login, client, failure).thenReturn(result) : Mono.just(result);
    }

    private Mono<LoginResult> lockedOut(Duration wait, String login, String client) {
        return record(login, client, AuditAction.LOCKED_OUT).thenReturn(new LockedOut(wait));
    }

    private LoginResult accepted(ActiveAccount account) {
        return account.secondFactor() == null ? new Accepted(account) : new SecondFactorRequired(account);
    }

    /** A container, because a check has to be made without an account as well. */
    private Mono<Optional<Account>> account(String login) {
        return Mono.justOrEmpty(LoginName.parse(login))
                .flatMap(accounts::with)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Optional<ActiveAccount>> check(Optional<Account> account, String password) {
        var active = account.filter(ActiveAccount.class::isInstance).map(ActiveAccount.class::cast);
        return passwords
                .matches(password, active.map(each -> each.password().hash()).orElse(null))
                .map(matches -> matches ? active : Optional.<ActiveAccount>empty());
    }

    /** The guarded write makes sure that a password or a code is used once, whichever instance gets it. */
    private Mono<LoginResult> use(ActiveAccount account, String code, String client) {
        var factor = account.secondFactor();
        if (factor == null) {
            return Mono.just(new Refused());
        }
        var byPassword = factors.use(factor, code, account.id().toString());
        var byRecoveryCode = byPassword.isPresent() ? Optional.<SecondFactor>empty() : factor.useRecoveryCode(code);
        return byPassword
                .or(() -> byRecoveryCode)
                .map(account::withSecondFactor)
                .map(next -> accounts.replace(next)
                        .<LoginResult>map(replaced -> replaced ? new Accepted(next) : new Refused())
                        .flatMap(result -> byRecoveryCode.isPresent() && result instanceof Accepted
                                ? record(next.profile().login().value(), client, AuditAction.RECOVERY_CODE_USED)
                                        .thenReturn(result)
                                : Mono.just(result)))
                .orElseGet(() -> Mono.just(new Refused()));
    }

    private Mono<Void> record(String login, String client, AuditAction action) {
        return Mono.justOrEmpty(LoginName.parse(login))
                .flatMap(accounts::with)
                .map(account -> account.profile().login().value())
                .defaultIfEmpty("unknown")
                .flatMap(who -> audit.record(new AuditEvent(clock.instant(), who, client, action, "")));
    }

    private static String normalized(String name) {
        var login = name.strip().toLowerCase(Locale.ROOT);
        return login.substring(0, Math.min(login.length(), MAX_NAME_LENGTH));
    }
}
