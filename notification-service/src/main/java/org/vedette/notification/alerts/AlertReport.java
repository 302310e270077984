package org.vedette.notification.alerts;

/**
 * An alert and where its deliveries stand. The numbers always add up: {@code audience = sent + deferred + bounced +
 * suppressed + uncertain + inProgress}.
 */
public record AlertReport(Alert alert, Tally tally) {

    /** Everybody the alert is meant for, as far as is known now. */
    public long audience() {
        // A plan made again after a crash may miss somebody who was told by the first one and left since.
        return Math.max(alert.audience(), tally.total());
    }

    /** Those who are being told now, and those whose turn is still to come. */
    public long inProgress() {
        return audience() - tally.total() + tally.claimed();
    }
}
