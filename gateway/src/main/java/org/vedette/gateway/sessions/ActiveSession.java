package org.vedette.gateway.sessions;

import java.time.Instant;
import org.vedette.gateway.accounts.AccountId;

/**
 * Belongs to a person who is signed in.
 *
 * @param lastSeenAt when it was used last, to the minute
 * @param origin from where it was started
 */
public record ActiveSession(
        String id,
        AccountId account,
        long accountRevision,
        Instant startedAt,
        Instant lastSeenAt,
        Instant expiresAt,
        ClientDescription origin)
        implements Session {}
