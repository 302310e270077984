package org.vedette.gateway.oidc;

import org.vedette.gateway.accounts.ActiveAccount;

/** How a login at the provider ended. */
sealed interface OidcResult {

    /**
     * The person may sign in.
     *
     * @param idToken by which the provider knows who signs out
     */
    record Accepted(ActiveAccount account, String idToken) implements OidcResult {}

    /** The person is known to the provider, and has no role here or a disabled account. */
    record Denied() implements OidcResult {}

    /** The provider did not confirm who the person is. */
    record Refused() implements OidcResult {}

    /** The provider does not answer. */
    record Unavailable() implements OidcResult {}
}
