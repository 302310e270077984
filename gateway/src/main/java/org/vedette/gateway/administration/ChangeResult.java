package org.vedette.gateway.administration;

import org.vedette.gateway.accounts.Account;
import org.vedette.gateway.links.IssuedLink;

/** What comes of a change that an admin makes to an account. */
public sealed interface ChangeResult {

    /** The change is made. */
    record Changed(Account account) implements ChangeResult {}

    /** The change is made, and the person gets a link to choose a password. */
    record LinkSent(Account account, IssuedLink link) implements ChangeResult {}

    /** Nothing is changed; the reason is a sentence. */
    record Refused(String reason) implements ChangeResult {}
}
