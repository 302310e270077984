package org.vedette.notification.controls.web;

import java.util.Objects;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import org.vedette.notification.controls.ControlBoard;
import org.vedette.notification.controls.ControlSnapshot;
import reactor.core.publisher.Mono;

/** Says whether all mail is stopped, since when and by whom. */
@Component("mailSwitch")
class MailSwitchHealthIndicator implements ReactiveHealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final ControlBoard board;

    MailSwitchHealthIndicator(ControlBoard board) {
        this.board = board;
    }

    @Override
    public Mono<Health> health() {
        return board.known().map(MailSwitchHealthIndicator::health);
    }

    private static Health health(ControlSnapshot known) {
        var mailSwitch = known.mailSwitch();
        if (!mailSwitch.stopped()) {
            return Health.up().build();
        }
        var last = Objects.requireNonNull(mailSwitch.last());
        return Health.status(DEGRADED)
                .withDetail("stopped", "alerts and digests are stopped by hand")
                .withDetail("since", last.at().toString())
                .withDetail("by", last.by())
                .build();
    }
}
