package org.vedette.notification.approval;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.alerts.SecondLook;
import org.vedette.notification.controls.AlertControl;
import org.vedette.notification.controls.AlertControl.State;
import org.vedette.notification.controls.Controls;
import org.vedette.notification.notices.Notice;
import org.vedette.notification.notices.NoticeService;
import reactor.core.publisher.Mono;

/** {@link SecondLook} by the size of the audience. */
public final class SecondLookService implements SecondLook {

    private static final Logger log = LoggerFactory.getLogger(SecondLookService.class);

    /** How many alerts tell what is usual. */
    private static final int LAST_ALERTS = 20;

    private final ApprovalRules rules;
    private final Alerts alerts;
    private final Controls controls;
    private final NoticeService notices;
    private final Clock clock;

    public SecondLookService(
            ApprovalRules rules, Alerts alerts, Controls controls, NoticeService notices, Clock clock) {
        this.rules = rules;
        this.alerts = alerts;
        this.controls = controls;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public Mono<Void> consider(Alert alert, Mono<Long> audience) {
        return rules.isActive()
                ? Mono.zip(audience, usual(alert.id()), rules::reason)
                        .flatMap(Mono::justOrEmpty)
                        .flatMap(reason -> hold(alert.id(), reason))
                : Mono.empty();
    }

    private Mono<List<Long>> usual(AlertId except) {
        return alerts.newest(null, LAST_ALERTS)
                .filter(alert -> !alert.id().equals(except) && alert.state() instanceof AlertState.Planned)
                .map(Alert::audience)
                .filter(audience -> audience > 0)
                .collectList();
    }

    /** Whoever was faster has held it or decided already. */
    private Mono<Void> hold(AlertId id, String reason) {
        return controls.of(id)
                .map(known -> known.held(reason, clock.instant()))
                .flatMap(held -> held.state() == State.WAITING && held.revision() == 1
                        ? controls.store(held, clock.instant()).thenReturn(held)
                        : Mono.just(held))
                .flatMap(held -> tell(held, reason));
    }

    private Mono<Void> tell(AlertControl held, String reason) {
        if (held.state() != State.WAITING) {
            return Mono.empty();
        }
        log.warn("Alert {} waits for a second look: {}", held.alert(), reason);
        return notices.request(Notice.WAITING, held.alert());
    }
}
