package org.vedette.gateway.sessions;

import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.secrets.Secret;

/**
 * A person who is signed in.
 *
 * @param secret what the cookie holds
 */
public record SignedIn(ActiveAccount account, ActiveSession session, Secret secret) {}
