package org.vedette.notification.reports.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.controls.AlertControl;

/**
 * What operators decided about an alert or a digest.
 *
 * @param steps what was done, the oldest first
 */
public record ControlView(List<StepView> steps) {

    public ControlView {
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param action {@code held} for a second look, {@code approved}, {@code paused}, {@code resumed},
     *     {@code cancelled} or {@code resent}
     * @param note more about it; missing for nothing
     */
    public record StepView(
            String action, String by, Instant at, @Nullable String note) {}

    /** What was decided; null when nothing was. */
    static @Nullable ControlView of(AlertControl control) {
        return control.steps().isEmpty()
                ? null
                : new ControlView(control.steps().stream()
                        .map(step -> new StepView(
                                step.action().name().toLowerCase(Locale.ROOT), step.by(), step.at(), step.note()))
                        .toList());
    }
}
