package org.vedette.gateway.sessions;

import java.time.Instant;
import org.vedette.gateway.accounts.AccountId;

/** What a session cookie stands for. */
public sealed interface Session permits PendingSession, ActiveSession {

    /** Hash of the secret in the cookie. */
    String id();

    AccountId account();

    /** When the session ends whatever happens. */
    Instant expiresAt();
}
