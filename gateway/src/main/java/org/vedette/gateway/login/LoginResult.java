package org.vedette.gateway.login;

import java.time.Duration;
import org.vedette.gateway.accounts.ActiveAccount;

/** What comes of a login, or of one step of it. */
public sealed interface LoginResult {

    /** The person is who they say. */
    record Accepted(ActiveAccount account) implements LoginResult {}

    /** The password is right, and the second factor is still to come. */
    record SecondFactorRequired(ActiveAccount account) implements LoginResult {}

    /** The name, the password or the code is wrong; which one is not said. */
    record Refused() implements LoginResult {}

    /** Too many attempts have failed. */
    record LockedOut(Duration remaining) implements LoginResult {}
}
