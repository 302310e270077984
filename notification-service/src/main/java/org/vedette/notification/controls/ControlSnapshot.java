package org.vedette.notification.controls;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.controls.AlertControl.Action;
import org.vedette.notification.controls.AlertControl.State;

/**
 * All decisions that are in force.
 *
 * @param alerts what was decided about single alerts; those that just run are missing
 */
public record ControlSnapshot(MailSwitch mailSwitch, Map<AlertId, AlertControl> alerts) {

    public ControlSnapshot {
        alerts = Map.copyOf(alerts);
    }

    /**
     * Whether a mail may be sent.
     *
     * @param alert what it is about; null for a mail about a subscription, which is sent in any case
     */
    public Verdict verdict(@Nullable AlertId alert) {
        if (alert == null) {
            return new Verdict.Allowed();
        }
        var control = alerts.get(alert);
        if (control != null && control.state() == State.CANCELLED) {
            var step = Objects.requireNonNull(control.last(Action.CANCELLED));
            return new Verdict.Cancelled("cancelled by " + step.by());
        }
        if (mailSwitch.stopped()) {
            return new Verdict.Held("all mail is stopped");
        }
        return control == null ? new Verdict.Allowed() : held(control.state());
    }

    /** The alerts that are held, each by itself. */
    public Set<AlertId> held() {
        return alerts.values().stream()
                .filter(AlertControl::isHeld)
                .map(AlertControl::alert)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Verdict held(State state) {
        return new Verdict.Held(state == State.PAUSED ? "the alert is paused" : "the alert waits for a second look");
    }
}
