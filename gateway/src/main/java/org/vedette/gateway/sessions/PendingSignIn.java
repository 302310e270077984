package org.vedette.gateway.sessions;

import org.vedette.gateway.accounts.ActiveAccount;

/** A person whose password was right and whose second factor is still to come. */
public record PendingSignIn(ActiveAccount account, PendingSession session) {}
