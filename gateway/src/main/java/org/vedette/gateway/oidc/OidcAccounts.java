package org.vedette.gateway.oidc;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.vedette.gateway.accounts.Account;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.accounts.Accounts;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.LoginName;
import org.vedette.gateway.accounts.Password;
import org.vedette.gateway.accounts.Profile;
import org.vedette.gateway.accounts.Role;
import org.vedette.gateway.administration.Access;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.AuditEvent;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The accounts of people who sign in at the provider. Name and roles follow each login; changes are recorded. */
final class OidcAccounts {

    private static final int MAX_NAME_LENGTH = 100;
    private static final int ATTEMPTS = 3;
    private static final String RETRY_AFTER_SECONDS = "2";

    private final Accounts accounts;
    private final Access access;
    private final AuditLog audit;
    private final OidcProperties properties;
    private final InstantSource clock;

    OidcAccounts(Accounts accounts, Access access, AuditLog audit, OidcProperties properties, InstantSource clock) {
        this.accounts = accounts;
        this.access = access;
        this.audit = audit;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The account of a person, created or updated. Empty when the account is disabled, or when no group gives a role: then
     * whatever let the person in before is removed.
     */
    Mono<ActiveAccount> signIn(OidcUser user, String client) {
        var groups = user.getClaimAsStringList(properties.groupsClaim());
        var roles = groups == null ? Set.<Role>of() : properties.rolesOf(groups);
        return roles.isEmpty()
                ? access.revoke(idOf(user)).then(Mono.empty())
                : Mono.defer(() -> addOrUpdate(user, roles, client))
                        .retryWhen(Retry.max(ATTEMPTS).filter(ChangedMeanwhileException.class::isInstance))
                        .onErrorMap(Exceptions::isRetryExhausted, exhausted -> busy());
    }

    private static ProblemException busy() {
        return new ProblemException(Problem.of(
                        StandardProblem.UPSTREAM_UNAVAILABLE,
                        "Your account is being changed by other logins or an administrator. Sign in again in a moment.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
    }

    /** The login name of the account of a person, or {@code unknown}. */
    Mono<String> loginNameOf(OidcUser user) {
        return accounts.with(idOf(user))
                .map(account -> account.profile().login().value())
                .defaultIfEmpty("unknown");
    }

    private Mono<ActiveAccount> addOrUpdate(OidcUser user, Set<Role> roles, String client) {
        return accounts.with(idOf(user))
                .switchIfEmpty(Mono.defer(() -> add(user, roles, client)))
                .ofType(ActiveAccount.class)
                .flatMap(account -> update(account, nameOf(user), roles, client));
    }

    private Mono<ActiveAccount> update(ActiveAccount account, String name, Set<Role> roles, String client) {
        var before = account.profile();
        var next = account.withProfile(before.with(name, roles));
        if (next.profile().equals(before)) {
            return Mono.just(account);
        }
        var recorded = before.roles().equals(roles)
                ? record(next, AuditAction.NAME_CHANGED, name, client)
                : record(next, AuditAction.ROLES_CHANGED, rolesOf(before) + " to " + rolesOf(next.profile()), client);
        return accounts.replace(next)
                .flatMap(
                        replaced -> replaced ? recorded.thenReturn(next) : Mono.error(new ChangedMeanwhileException()));
    }

    /** Another account may have the login name already; the id is the name then. */
    private Mono<Account> add(OidcUser user, Set<Role> roles, String client) {
        var id = idOf(user);
        var fallback = new LoginName(id.toString());
        var preferred = Stream.of(user.getPreferredUsername(), user.getEmail(), user.getSubject())
                .filter(Objects::nonNull)
                .flatMap(name -> LoginName.parse(name).stream())
                .findFirst()
                .orElse(fallback);
        return add(account(id, preferred, user, roles), client)
                .switchIfEmpty(Mono.defer(() -> accounts.with(id)))
                .switchIfEmpty(Mono.defer(() -> add(account(id, fallback, user, roles), client)))
                .switchIfEmpty(Mono.error(ChangedMeanwhileException::new));
    }

    private Mono<Account> add(ActiveAccount account, String client) {
        return accounts.add(account)
                .filter(Boolean::booleanValue)
                .flatMap(added -> record(account, AuditAction.ACCOUNT_CREATED, rolesOf(account.profile()), client)
                        .thenReturn(account));
    }

    private ActiveAccount account(AccountId id, LoginName login, OidcUser user, Set<Role> roles) {
        var profile = new Profile(id, login, nameOf(user), roles);
        return ActiveAccount.first(profile, Password.none(clock.instant()));
    }

    private Mono<Void> record(Account account, AuditAction action, String detail, String client) {
        var who = account.profile().login().value();
        return audit.record(
                new AuditEvent(clock.instant(), who, client, action, detail + ", by the identity provider"));
    }

    private AccountId idOf(OidcUser user) {
        return AccountId.ofProvider(properties.issuer(), Objects.requireNonNull(user.getSubject(), "sub"));
    }

    private static String rolesOf(Profile profile) {
        return String.join(", ", profile.roleNames());
    }

    private static String nameOf(OidcUser user) {
        return Stream.of(user.getFullName(), user.getPreferredUsername(), user.getEmail(), user.getSubject())
                .filter(Objects::nonNull)
                .map(OidcAccounts::printable)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("Unnamed");
    }

    /** What the form for names would accept. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(each -> !Character.isISOControl(each))
                .limit(MAX_NAME_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** Another instance has changed the account between reading and writing it. */
    private static final class ChangedMeanwhileException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ChangedMeanwhileException() {
            super("The account has changed meanwhile");
        }
    }
}
