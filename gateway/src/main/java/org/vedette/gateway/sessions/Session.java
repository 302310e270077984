package org.vedette.gateway.sessions;

import java.time.Instant;
import org.vedette.gateway.accounts.AccountId;

/** What a session cookie stands for. */
public sealed interface Session permits PendingSession, ActiveSession {

    /** Hash of the secret in the cookie. */
    String id();

    AccountId account();

    /** The revision that the account had when the session was started; 0 when that was not stored. */
    long accountRevision();

    /** When the session ends whatever happens. */
    Instant expiresAt();
}
