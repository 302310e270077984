package org.vedette.gateway.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events are looked for.
 *
 * @param who login name of the person who acted; null for everybody
 * @param action null for all
 * @param since no older ones; bounds the search
 * @param until no newer ones
 * @param after position of the event after which the list goes on, towards older ones; null to begin with the newest
 */
public record AuditFilter(
        @Nullable String who,
        @Nullable AuditAction action,
        Instant since,
        Instant until,
        @Nullable AuditPosition after) {

    /** Whether an event is among those that are looked for, wherever the list begins. */
    public boolean matches(AuditEvent event) {
        return (who == null || who.equals(event.who()))
                && (action == null || action.text().equals(event.action()))
                && !event.at().isBefore(since)
                && !event.at().isAfter(until);
    }
}
