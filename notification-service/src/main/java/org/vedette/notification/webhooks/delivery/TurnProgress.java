package org.vedette.notification.webhooks.delivery;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.webhooks.ReceiverHealth;
import org.vedette.notification.webhooks.transport.AttemptOutcome;
import org.vedette.notification.webhooks.transport.ReceiverAnswer;

/** How far a turn is. */
final class TurnProgress {

    private final Instant begins;
    private final Instant noneAfter;

    @GuardedBy("this")
    private ReceiverHealth health;

    @GuardedBy("this")
    private boolean over;

    @GuardedBy("this")
    private @Nullable Instant nextDue;

    TurnProgress(ReceiverHealth health, Instant begins, Instant noneAfter) {
        this.health = health;
        this.begins = begins;
        this.noneAfter = noneAfter;
        this.nextDue = begins;
    }

    synchronized ReceiverHealth health() {
        return health;
    }

    /** Notes an answer; true when the receiver works again after it had failed. */
    synchronized boolean answered(ReceiverAnswer answer, Instant now) {
        var hadFailed = health.isFailing();
        var delivered = answer.outcome() == AttemptOutcome.DELIVERED;
        health = delivered ? health.succeeded(now) : health.failed(now, answer.isOfReceiver(), answer.retryAfter());
        return delivered && hadFailed;
    }

    /** Whether another attempt may begin. */
    synchronized boolean goesOn(Instant now) {
        return !over && now.isBefore(noneAfter) && !health.isPaused(now);
    }

    /** Ends the turn, because nothing is due before a time. */
    synchronized void finish(@Nullable Instant next) {
        over = true;
        nextDue = next;
    }

    /** When the receiver is due again; null for nothing to do. */
    synchronized @Nullable Instant nextDue() {
        var paused = health.pausedUntil();
        if (nextDue == null || paused == null || paused.isBefore(nextDue)) {
            return nextDue;
        }
        return paused.isAfter(begins) ? paused : nextDue;
    }
}
