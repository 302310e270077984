package org.vedette.gateway.administration;

import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vedette.gateway.accounts.Account;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.accounts.Accounts;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.DisabledAccount;
import org.vedette.gateway.accounts.InvitedAccount;
import org.vedette.gateway.accounts.LoginName;
import org.vedette.gateway.accounts.Profile;
import org.vedette.gateway.accounts.Role;
import org.vedette.gateway.administration.ChangeResult.Changed;
import org.vedette.gateway.administration.ChangeResult.LinkSent;
import org.vedette.gateway.administration.ChangeResult.Refused;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.AuditEvent;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.links.LinkPurpose;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Changes to the accounts of others. Each is recorded; whoever is affected is signed out where that matters. */
public final class PeopleService {

    static final Refused CONFLICT = new Refused("The account has changed meanwhile. Please try again.");

    private static final Refused TAKEN = new Refused("There is an account with this login name already.");
    private static final Refused NO_PASSWORD = new Refused("Only a person who signs in here has a password to reset.");
    private static final Refused NO_FACTOR = new Refused("The person has no second factor.");
    private static final Refused AT_PROVIDER =
            new Refused("The person signs in at the identity provider, and needs no invite.");
    private static final Refused NOT_ENABLED =
            new Refused("Only a disabled account of the identity provider is enabled. Invite others again.");
    private static final Refused NOT_INVITABLE = new Refused("The person can sign in already. Reset the password.");
    private static final Refused DISABLED = new Refused("The account is disabled already.");

    private final Accounts accounts;
    private final Access access;
    private final Supplier<AccountId> ids;
    private final AuditLog audit;
    private final InstantSource clock;
    private final LastAdminRule lastAdmin;

    public PeopleService(
            Accounts accounts, Access access, Supplier<AccountId> ids, AuditLog audit, InstantSource clock) {
        this.accounts = accounts;
        this.access = access;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
        this.lastAdmin = new LastAdminRule(accounts);
    }

    public Flux<Account> all() {
        return accounts.all();
    }

    public Mono<Account> with(AccountId id) {
        return accounts.with(id);
    }

    /** Adds an account whose person still has to choose a password. */
    public Mono<ChangeResult> invite(LoginName login, String displayName, Set<Role> roles, Actor by) {
        var account = new InvitedAccount(new Profile(ids.get(), login, displayName, roles), 1, clock.instant());
        return accounts.add(account).flatMap(added -> added ? sendInvite(account, by) : Mono.just(TAKEN));
    }

    /** Invites a person again, whose link was lost or whose account is disabled. */
    public Mono<ChangeResult> inviteAgain(Account account, Actor by) {
        if (account.id().isOfProvider()) {
            return Mono.just(AT_PROVIDER);
        }
        if (account instanceof InvitedAccount invited) {
            return replaced(invited.inviteAgain(clock.instant()), next -> sendInvite(next, by));
        }
        return account instanceof DisabledAccount disabled
                ? access.revoke(account.id())
                        .then(replaced(disabled.inviteAgain(clock.instant()), next -> sendInvite(next, by)))
                : Mono.just(NOT_INVITABLE);
    }

    /** Changes the name and the roles; the roles count from the next request. */
    public Mono<ChangeResult> change(Account account, String displayName, Set<Role> roles, Actor by) {
        var next = account.withProfile(account.profile().with(displayName, roles));
        return lastAdmin
                .replace(account, next)
                .flatMap(result -> result instanceof Changed
                        ? recordChanges(account.profile(), next.profile(), by).thenReturn(result)
                        : Mono.just(result));
    }

    /**
     * Shuts an account. Its sessions end, its tokens are revoked, and its link does not work any more; also of an account
     * that is disabled already, because the store may have failed between the two.
     */
    public Mono<ChangeResult> disable(Account account, Actor by) {
        if (account instanceof DisabledAccount) {
            return access.revoke(account.id()).thenReturn(DISABLED);
        }
        var next = account instanceof ActiveAccount active
                ? active.disable(clock.instant())
                : new DisabledAccount(account.profile(), account.revision() + 1, clock.instant());
        return lastAdmin
                .replace(account, next)
                .flatMap(result -> result instanceof Changed
                        ? access.revoke(account.id())
                                .then(record(account, AuditAction.ACCOUNT_DISABLED, "", by))
                                .thenReturn(result)
                        : Mono.just(result));
    }

    /** Lets a person sign in at the identity provider again. */
    public Mono<ChangeResult> enable(Account account, Actor by) {
        return account instanceof DisabledAccount disabled && account.id().isOfProvider()
                ? replaced(
                        disabled.enable(clock.instant()),
                        next -> record(next, AuditAction.ACCOUNT_ENABLED, "", by)
                                .thenReturn(new Changed(next)))
                : Mono.just(NOT_ENABLED);
    }

    /** Sends a link to choose another password. Sessions end; until then the old password is valid. */
    public Mono<ChangeResult> resetPassword(Account account, Actor by) {
        return account instanceof ActiveAccount && !account.id().isOfProvider()
                ? access.endSessions(account.id())
                        .then(access.issue(account, LinkPurpose.RESET))
                        .flatMap(link ->
                                record(account, AuditAction.RESET_SENT, "", by).thenReturn(new LinkSent(account, link)))
                : Mono.just(NO_PASSWORD);
    }

    /** For a person who has lost both device and recovery codes. */
    public Mono<ChangeResult> removeSecondFactor(Account account, Actor by) {
        return account instanceof ActiveAccount active && active.secondFactor() != null
                ? replaced(
                        active.withoutSecondFactor(),
                        next -> access.endSessions(next.id())
                                .then(record(next, AuditAction.SECOND_FACTOR_RESET, "", by))
                                .thenReturn(new Changed(next)))
                : Mono.just(NO_FACTOR);
    }

    public Mono<ChangeResult> endSessions(Account account, Actor by) {
        return access.endSessions(account.id())
                .then(record(account, AuditAction.SESSION_ENDED, "all", by))
                .thenReturn(new Changed(account));
    }

    private Mono<ChangeResult> sendInvite(Account account, Actor by) {
        return access.issue(account, LinkPurpose.INVITE)
                .flatMap(link -> record(account, AuditAction.INVITED, roles(account.profile()), by)
                        .thenReturn(new LinkSent(account, link)));
    }

    private <T extends Account> Mono<ChangeResult> replaced(T next, Function<T, Mono<ChangeResult>> then) {
        return accounts.replace(next).flatMap(replaced -> replaced ? then.apply(next) : Mono.just(CONFLICT));
    }

    private Mono<Void> recordChanges(Profile before, Profile after, Actor by) {
        var name = before.displayName().equals(after.displayName())
                ? Mono.<Void>empty()
                : record(after, AuditAction.NAME_CHANGED, after.displayName(), by);
        return before.roles().equals(after.roles())
                ? name
                : name.then(record(after, AuditAction.ROLES_CHANGED, roles(before) + " to " + roles(after), by));
    }

    private Mono<Void> record(Account account, AuditAction action, String detail, Actor by) {
        return record(account.profile(), action, detail, by);
    }

    private Mono<Void> record(Profile profile, AuditAction action, String detail, Actor by) {
        var subject = profile.login().value();
        return audit.record(new AuditEvent(
                clock.instant(),
                by.login().value(),
                by.client(),
                action,
                detail.isEmpty() ? subject : subject + ": " + detail));
    }

    private static String roles(Profile profile) {
        return profile.roleNames().stream().collect(Collectors.joining(", "));
    }
}
