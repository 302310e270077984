package org.vedette.gateway.sessions;

import java.time.Instant;
import org.vedette.gateway.accounts.AccountId;

/** Belongs to a person whose password was right and whose second factor is still to come; it opens nothing. */
public record PendingSession(String id, AccountId account, long accountRevision, Instant expiresAt)
        implements Session {}
