package org.vedette.notification;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.alerts.DeliveryCounter;
import org.vedette.notification.controls.ControlBoard;
import org.vedette.notification.controls.Controls;
import org.vedette.notification.controls.MailSwitchService;
import org.vedette.notification.delivery.control.AlertControlService;
import org.vedette.notification.delivery.control.DeliveryChanges;
import org.vedette.notification.digests.DigestRuns;
import org.vedette.notification.reports.ProgressService;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.starter.workers.BackgroundWorker;

/** Wires what operators see of alerts and digests, and do with them. */
@Configuration(proxyBeanMethods = false)
class ControlConfiguration {

    @Bean
    ControlBoard controlBoard(Controls controls, Clock clock) {
        return new ControlBoard(controls, clock);
    }

    @Bean
    BackgroundWorker controlBoardWorker(ControlBoard board) {
        return BackgroundWorker.every(ControlBoard.REFRESH_INTERVAL, "controls", board::poll);
    }

    @Bean
    ProgressService progressService(Alerts alerts, DigestRuns runs, DeliveryCounter counter, Controls controls) {
        return new ProgressService(alerts, runs, counter, controls);
    }

    @Bean
    MailSwitchService mailSwitchService(
            Controls controls, ControlBoard board, DeliveryChanges deliveries, Clock clock) {
        return new MailSwitchService(controls, board, () -> deliveries.restart(null, clock.instant()), clock);
    }

    @Bean
    AlertControlService alertControlService(
            ProgressService progress,
            Controls controls,
            ControlBoard board,
            DeliveryChanges deliveries,
            Subscribers subscribers,
            Clock clock) {
        return new AlertControlService(progress, controls, board, deliveries, subscribers, clock);
    }
}
