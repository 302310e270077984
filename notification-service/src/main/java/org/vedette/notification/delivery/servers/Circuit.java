package org.vedette.notification.delivery.servers;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Whether a mail server takes mail: open when too many of its last answers were refusals that are not the recipients'.
 * While it is open one mail at a time is sent as a probe; the first that is taken closes it.
 */
final class Circuit {

    /** A probe that was never sent counts as lost after so long. */
    private static final long PROBE_TIMEOUT = Duration.ofMinutes(2).toNanos();

    /** Two in a row, because a single connection may break for any reason. */
    private static final int BROKEN_CONNECTIONS = 2;

    /** Nothing but refusals for so long are enough, however few they are. */
    private static final long LONG = Duration.ofSeconds(3).toNanos();

    private final CircuitRules rules;
    private final LongSupplier nanoTime;

    @GuardedBy("this")
    private final Deque<Answer> answers = new ArrayDeque<>();

    @GuardedBy("this")
    private boolean open;

    @GuardedBy("this")
    private boolean probing;

    @GuardedBy("this")
    private int connectionsBrokenInARow;

    @GuardedBy("this")
    private int refusalsInARow;

    @GuardedBy("this")
    private long firstInARow;

    @GuardedBy("this")
    private long openedAt;

    @GuardedBy("this")
    private long nextProbe;

    @GuardedBy("this")
    private Duration probeInterval = Duration.ZERO;

    /** What an answer did to the circuit. */
    enum Change {
        NONE,
        OPENED,
        CLOSED
    }

    Circuit(CircuitRules rules, LongSupplier nanoTime) {
        this.rules = rules;
        this.nanoTime = nanoTime;
    }

    synchronized boolean isOpen() {
        return open;
    }

    synchronized boolean isProbeDue() {
        return open && nanoTime.getAsLong() - nextProbe >= 0;
    }

    /** Reserves the probe that is due; false when none is, or another mail has it. */
    synchronized boolean takeProbe() {
        if (!isProbeDue()) {
            return false;
        }
        probing = true;
        nextProbe = nanoTime.getAsLong() + PROBE_TIMEOUT;
        return true;
    }

    synchronized Duration openFor() {
        return open ? Duration.ofNanos(nanoTime.getAsLong() - openedAt) : Duration.ZERO;
    }

    /** @param connecting whether there was not even a connection */
    synchronized Change record(Answer answer, boolean connecting) {
        countInARow(answer);
        connectionsBrokenInARow = connecting && answer == Answer.BROKEN ? connectionsBrokenInARow + 1 : 0;
        return open ? recordProbe(answer) : recordInWindow(answer);
    }

    synchronized long refusals() {
        return answers.stream()
                .filter(answer -> answer.isOfTheServer() || answer == Answer.NO_MAILBOX)
                .count();
    }

    synchronized int size() {
        return answers.size();
    }

    /** Answers to mails that were on their way when it opened say nothing new, unless one was taken. */
    @GuardedBy("this")
    private Change recordProbe(Answer answer) {
        if (answer.isGood()) {
            open = false;
            answers.clear();
            return Change.CLOSED;
        }
        if (probing) {
            probing = false;
            var longer = probeInterval.multipliedBy(2);
            probeInterval = longer.compareTo(rules.longestProbe()) < 0 ? longer : rules.longestProbe();
            nextProbe = nanoTime.getAsLong() + probeInterval.toNanos();
        }
        return Change.NONE;
    }

    @GuardedBy("this")
    private Change recordInWindow(Answer answer) {
        answers.addLast(answer);
        if (answers.size() > rules.window()) {
            answers.removeFirst();
        }
        if (!isTooMuch()) {
            return Change.NONE;
        }
        open = true;
        probing = false;
        openedAt = nanoTime.getAsLong();
        probeInterval = rules.firstProbe();
        nextProbe = openedAt + probeInterval.toNanos();
        return Change.OPENED;
    }

    @GuardedBy("this")
    private void countInARow(Answer answer) {
        if (!answer.isOfTheServer()) {
            refusalsInARow = 0;
        } else if (refusalsInARow++ == 0) {
            firstInARow = nanoTime.getAsLong();
        }
    }

    /** A server that is asked less and less often gives few answers. */
    @GuardedBy("this")
    private boolean hasTakenNothingForLong() {
        return refusalsInARow >= rules.minimum() / 2 && nanoTime.getAsLong() - firstInARow >= LONG;
    }

    @GuardedBy("this")
    private boolean isTooMuch() {
        if (connectionsBrokenInARow >= BROKEN_CONNECTIONS || hasTakenNothingForLong()) {
            return true;
        }
        var ofTheServer = answers.stream().filter(Answer::isOfTheServer).count();
        return answers.size() >= rules.minimum()
                && (ofTheServer >= rules.share() * answers.size() || refusals() >= rules.shareOfAll() * answers.size());
    }
}
