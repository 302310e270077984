package org.vedette.notification.bounces;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.DeliveryState.Bounced;

/**
 * A mail that a report may be about, as the ledger has it.
 *
 * @param openedAt when it was planned
 * @param at when it came into its state
 * @param bounce what kind of bounce it is; null in every other state
 * @param hasComplaint whether its recipient has complained about it
 * @param reports the reports by which it has bounced, also before it was sent again
 */
public record SentMail(
        DeliveryId id,
        State state,
        Instant openedAt,
        Instant at,
        Bounced.@Nullable Kind bounce,
        boolean hasComplaint,
        Set<String> reports) {

    /** One that no report was applied to. */
    public SentMail(
            DeliveryId id,
            State state,
            Instant openedAt,
            Instant at,
            Bounced.@Nullable Kind bounce,
            boolean hasComplaint) {
        this(id, state, openedAt, at, bounce, hasComplaint, Set.of());
    }

    /** Whether it has bounced by a report, or a copy of it. */
    boolean knows(Report report) {
        return report.id() != null && reports.contains(report.id());
    }

    /** The states, as far as reports are concerned. */
    public enum State {
        /** A server took it, or may have taken it. */
        HANDED_OVER,
        /** It is being handed over at this moment. */
        IN_PROGRESS,
        /** It came back already, or was refused. */
        BOUNCED,
        /** No server has taken it. */
        NOT_SENT
    }
}
