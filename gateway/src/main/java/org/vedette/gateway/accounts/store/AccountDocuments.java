package org.vedette.gateway.accounts.store;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.gateway.accounts.Account;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.DisabledAccount;
import org.vedette.gateway.accounts.InvitedAccount;
import org.vedette.gateway.accounts.LoginName;
import org.vedette.gateway.accounts.Password;
import org.vedette.gateway.accounts.Profile;
import org.vedette.gateway.accounts.Role;
import org.vedette.gateway.secondfactor.SecondFactor;
import org.vedette.gateway.secondfactor.StoredSecret;

/** Converts between accounts and documents. No other class knows the names of the fields. */
final class AccountDocuments {

    static final String ID = "_id";
    static final String LOGIN = "login";
    static final String REVISION = "revision";

    private static final String STATE = "state";
    private static final String INVITED = "invited";
    private static final String ACTIVE = "active";
    private static final String DISABLED = "disabled";
    private static final String SINCE = "since";
    private static final String DISPLAY_NAME = "displayName";
    private static final String ROLES = "roles";
    private static final String PASSWORD_HASH = "passwordHash";
    private static final String SESSIONS_FROM = "sessionsFrom";
    private static final String TOTP = "totp";
    private static final String SECRET = "secret";
    private static final String LAST_STEP = "lastStep";
    private static final String RECOVERY_CODES = "recoveryCodes";

    private AccountDocuments() {}

    static Document toDocument(Account account) {
        var profile = account.profile();
        var document = new Document(ID, account.id().value())
                .append(LOGIN, profile.login().value())
                .append(DISPLAY_NAME, profile.displayName())
                .append(ROLES, profile.roleNames())
                .append(REVISION, account.revision());
        return withState(document, account);
    }

    private static Document withState(Document document, Account account) {
        if (account instanceof InvitedAccount invited) {
            return document.append(STATE, INVITED).append(SINCE, Date.from(invited.invitedAt()));
        }
        if (account instanceof DisabledAccount disabled) {
            return document.append(STATE, DISABLED).append(SINCE, Date.from(disabled.disabledAt()));
        }
        var active = (ActiveAccount) account;
        document.append(STATE, ACTIVE)
                .append(SINCE, Date.from(active.password().setAt()))
                .append(PASSWORD_HASH, active.password().hash())
                .append(SESSIONS_FROM, active.sessionsFrom());
        var factor = active.secondFactor();
        return factor == null ? document : document.append(TOTP, toDocument(factor));
    }

    private static Document toDocument(SecondFactor factor) {
        return new Document(SECRET, factor.secret().text())
                .append(LAST_STEP, factor.lastStep())
                .append(RECOVERY_CODES, factor.recoveryCodes().stream().sorted().toList());
    }

    static Account toAccount(Document document) {
        var profile = profile(document);
        var revision = Objects.requireNonNull(document.getLong(REVISION), "revision");
        var since = document.getDate(SINCE).toInstant();
        var state = document.getString(STATE);
        return switch (state) {
            case INVITED -> new InvitedAccount(profile, revision, since);
            case ACTIVE -> active(document, profile, revision, since);
            case DISABLED -> new DisabledAccount(profile, revision, since);
            default -> throw new IllegalStateException("unknown state of an account: " + state);
        };
    }

    private static ActiveAccount active(Document document, Profile profile, long revision, Instant since) {
        var password = new Password(document.getString(PASSWORD_HASH), since);
        return new ActiveAccount(
                profile,
                revision,
                password,
                secondFactor(document.get(TOTP, Document.class)),
                document.get(SESSIONS_FROM, 0L));
    }

    private static Profile profile(Document document) {
        return new Profile(
                new AccountId(document.get(ID, UUID.class)),
                new LoginName(document.getString(LOGIN)),
                document.getString(DISPLAY_NAME),
                roles(document));
    }

    /** Leaves out roles that this release does not know. */
    private static Set<Role> roles(Document document) {
        return document.getList(ROLES, String.class).stream()
                .flatMap(name -> Role.of(name).stream())
                .collect(Collectors.toSet());
    }

    private static @Nullable SecondFactor secondFactor(@Nullable Document totp) {
        return totp == null
                ? null
                : new SecondFactor(
                        new StoredSecret(totp.getString(SECRET)),
                        totp.getLong(LAST_STEP),
                        Set.copyOf(totp.getList(RECOVERY_CODES, String.class)));
    }
}
