package org.vedette.notification.controls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.alerts.AlertId;

/**
 * What operators decided about one alert or digest.
 *
 * @param revision starts at 0, when nothing was decided; every change increments it, which guards updates
 * @param steps what was done, the oldest first
 */
public record AlertControl(AlertId alert, long revision, State state, List<Step> steps) {

    private static final int MOST_STEPS = 100;

    /** Whether the mails go out. */
    public enum State {
        RUNNING,
        /** Somebody holds it until somebody resumes it. */
        PAUSED,
        /** It is so large that somebody has to approve it. */
        WAITING,
        /** What was not sent is not sent any more. */
        CANCELLED
    }

    /** What was done. */
    public enum Action {
        HELD,
        APPROVED,
        PAUSED,
        RESUMED,
        CANCELLED,
        RESENT
    }

    /**
     * A step.
     *
     * @param by who took it
     * @param note more about it; null for nothing
     */
    public record Step(
            Action action, String by, Instant at, @Nullable String note) {}

    public AlertControl {
        steps = List.copyOf(steps);
    }

    /** Nothing was decided yet. */
    public static AlertControl of(AlertId alert) {
        return new AlertControl(alert, 0, State.RUNNING, List.of());
    }

    /** The newest step of a kind; null when there was none. */
    public @Nullable Step last(Action action) {
        Step found = null;
        for (var step : steps) {
            found = step.action() == action ? step : found;
        }
        return found;
    }

    /** The newest step of all, of a control that has one. */
    public Step lastStep() {
        return steps.get(steps.size() - 1);
    }

    /** Whether nothing is sent for the moment. */
    public boolean isHeld() {
        return state == State.PAUSED || state == State.WAITING;
    }

    /** It waits for a second look, unless anything was decided before. */
    public AlertControl held(String why, Instant now) {
        return revision > 0 ? this : next(State.WAITING, new Step(Action.HELD, "the service", now, why));
    }

    /**
     * Pauses it; nothing happens to one that is paused.
     *
     * @throws ControlRefusedException when it waits or is cancelled
     */
    public AlertControl pause(String by, Instant now) {
        return switch (state) {
            case PAUSED -> this;
            case WAITING -> throw ControlRefusedException.waiting();
            case CANCELLED -> throw cancelledBefore();
            case RUNNING -> next(State.PAUSED, new Step(Action.PAUSED, by, now, null));
        };
    }

    /**
     * Takes a paused one up again; nothing happens to one that is running.
     *
     * @throws ControlRefusedException when it waits or is cancelled
     */
    public AlertControl resume(String by, Instant now) {
        return switch (state) {
            case RUNNING -> this;
            case WAITING -> throw ControlRefusedException.waiting();
            case CANCELLED -> throw cancelledBefore();
            case PAUSED -> next(State.RUNNING, new Step(Action.RESUMED, by, now, null));
        };
    }

    /**
     * Approves one that waits; nothing happens to one that is approved.
     *
     * @throws ControlRefusedException when it does not wait
     */
    public AlertControl approve(String by, Instant now) {
        if (state == State.WAITING) {
            return next(State.RUNNING, new Step(Action.APPROVED, by, now, null));
        }
        if (state == State.CANCELLED) {
            throw cancelledBefore();
        }
        if (last(Action.APPROVED) == null) {
            throw ControlRefusedException.notWaiting();
        }
        return this;
    }

    /** Ends it; nothing happens to one that is cancelled. */
    public AlertControl cancel(String by, Instant now) {
        return state == State.CANCELLED ? this : next(State.CANCELLED, new Step(Action.CANCELLED, by, now, null));
    }

    /**
     * Takes note that failed mails are sent again.
     *
     * @throws ControlRefusedException when it is cancelled
     */
    public AlertControl resent(String by, long deliveries, Instant now) {
        requireNotCancelled();
        return next(state, new Step(Action.RESENT, by, now, deliveries + " mails"));
    }

    /**
     * Lets a running or a held one pass.
     *
     * @throws ControlRefusedException when it is cancelled
     */
    public void requireNotCancelled() {
        if (state == State.CANCELLED) {
            throw cancelledBefore();
        }
    }

    private ControlRefusedException cancelledBefore() {
        return ControlRefusedException.cancelled(
                Objects.requireNonNull(last(Action.CANCELLED)).by());
    }

    private AlertControl next(State next, Step step) {
        var all = new ArrayList<>(steps);
        all.add(step);
        return new AlertControl(
                alert, revision + 1, next, all.subList(Math.max(0, all.size() - MOST_STEPS), all.size()));
    }
}
