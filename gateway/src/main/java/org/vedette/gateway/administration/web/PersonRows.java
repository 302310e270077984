package org.vedette.gateway.administration.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vedette.gateway.accounts.Account;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.DisabledAccount;
import org.vedette.gateway.accounts.InvitedAccount;
import org.vedette.gateway.administration.web.PeoplePage.PersonRow;
import org.vedette.gateway.html.Times;

/** Says of an account what admins read. */
final class PersonRows {

    private PersonRows() {}

    static PersonRow of(Account account, @Nullable Instant lastSeen) {
        var profile = account.profile();
        return new PersonRow(
                PeopleController.PATH + "/" + account.id(),
                profile.displayName(),
                profile.login().value(),
                String.join(", ", profile.roleNames()),
                state(account),
                lastSeen == null ? "never" : Times.minutes(lastSeen),
                secondFactor(account));
    }

    private static String state(Account account) {
        if (account instanceof InvitedAccount invited) {
            return "invited " + Times.minutes(invited.invitedAt());
        }
        return account instanceof DisabledAccount disabled
                ? "disabled " + Times.minutes(disabled.disabledAt())
                : "active";
    }

    private static String secondFactor(Account account) {
        if (account instanceof ActiveAccount active && !account.id().isOfProvider()) {
            return active.secondFactor() == null ? "off" : "on";
        }
        return "–";
    }
}
