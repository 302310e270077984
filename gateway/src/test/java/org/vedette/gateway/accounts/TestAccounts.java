package org.vedette.gateway.accounts;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.vedette.gateway.secondfactor.SecondFactor;
import org.vedette.gateway.secondfactor.StoredSecret;

/** Accounts for tests; each has a login name of its own. */
public final class TestAccounts {

    public static final Instant THEN = Instant.parse("2026-11-30T12:00:00Z");

    private TestAccounts() {}

    public static ActiveAccount anActiveAccount() {
        return anActiveAccount("hash");
    }

    public static ActiveAccount anActiveAccount(String hash) {
        return ActiveAccount.first(aProfile(), new Password(hash, THEN));
    }

    /** With its secret as earlier releases stored it. */
    public static ActiveAccount anAccountWithSecondFactor() {
        var factor = new SecondFactor(new StoredSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), 17, Set.of("one", "two"));
        return new ActiveAccount(aProfile(), 1, new Password("hash", THEN), factor, 1);
    }

    public static ActiveAccount anAccountOfAProvider() {
        var id =
                AccountId.ofProvider("https://id.example.org", UUID.randomUUID().toString());
        var login = new LoginName("ada-" + UUID.randomUUID() + "@example.org");
        return ActiveAccount.first(new Profile(id, login, "Ada Example", Set.of(Role.AUTHOR)), Password.none(THEN));
    }

    public static InvitedAccount anInvitedAccount() {
        return new InvitedAccount(aProfile(), 1, THEN);
    }

    public static DisabledAccount aDisabledAccount() {
        return new DisabledAccount(aProfile(), 3, THEN);
    }

    private static Profile aProfile() {
        var login = new LoginName("ada-" + UUID.randomUUID() + "@example.org");
        return new Profile(new AccountId(UUID.randomUUID()), login, "Ada Example", Set.of(Role.AUTHOR, Role.EDITOR));
    }
}
