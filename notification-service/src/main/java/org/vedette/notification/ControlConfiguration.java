package org.vedette.notification;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.alerts.DeliveryCounter;
import org.vedette.notification.alerts.SecondLook;
import org.vedette.notification.approval.ApprovalRules;
import org.vedette.notification.approval.SecondLookService;
import org.vedette.notification.controls.ControlBoard;
import org.vedette.notification.controls.Controls;
import org.vedette.notification.controls.MailSwitchService;
import org.vedette.notification.delivery.Mailer;
import org.vedette.notification.delivery.control.AlertControlService;
import org.vedette.notification.delivery.control.DeliveryChanges;
import org.vedette.notification.digests.DigestRuns;
import org.vedette.notification.journal.Growth;
import org.vedette.notification.notices.NoticeMails;
import org.vedette.notification.notices.NoticeService;
import org.vedette.notification.notices.NoticeWatch;
import org.vedette.notification.reports.DeliveryFacts;
import org.vedette.notification.reports.NumbersService;
import org.vedette.notification.reports.ProgressService;
import org.vedette.notification.retention.DeliveryRetention;
import org.vedette.notification.retention.RetentionService;
import org.vedette.notification.retention.RetentionTurn;
import org.vedette.notification.retention.SubscriberRetention;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.notification.testmails.TestMailLog;
import org.vedette.notification.testmails.TestMailService;
import org.vedette.notification.testmails.TestMails;
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
    NoticeService noticeService(NoticeMails mails, NotificationServiceProperties properties) {
        var team = properties.notices().to().stream()
                .map(text -> EmailAddress.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "VEDETTE_NOTIFICATION_NOTICES_TO must be mail addresses, separated by commas")))
                .toList();
        return new NoticeService(mails, team);
    }

    @Bean
    BackgroundWorker noticeWatch(
            NoticeService notices,
            ProgressService progress,
            Mailer mailer,
            NotificationServiceProperties properties,
            Clock clock) {
        var watch = new NoticeWatch(notices, progress, mailer::takesMail, clock);
        return BackgroundWorker.every(properties.notices().check(), "notices", watch::look);
    }

    @Bean
    SecondLook secondLook(
            NotificationServiceProperties properties,
            Alerts alerts,
            Controls controls,
            NoticeService notices,
            Clock clock) {
        var rules = new ApprovalRules(
                properties.alerts().approveAbove(), properties.alerts().approveFactor());
        return new SecondLookService(rules, alerts, controls, notices, clock);
    }

    @Bean
    TestMailService testMailService(
            Alerts alerts,
            TestMailLog journal,
            TestMails mails,
            NotificationServiceProperties properties,
            Clock clock) {
        return new TestMailService(alerts, journal, mails, properties.alerts().testsPerDay(), clock);
    }

    @Bean
    BackgroundWorker retention(
            RetentionTurn turn,
            DeliveryRetention deliveries,
            SubscriberRetention subscribers,
            DeliveryCounter counter,
            DigestRuns runs,
            NotificationServiceProperties properties,
            Clock clock) {
        var kept = properties.retention();
        var periods = new RetentionService.Periods(kept.deliveries(), kept.clients(), kept.consents(), kept.check());
        var service = new RetentionService(turn, deliveries, subscribers, counter, runs, periods, clock);
        return BackgroundWorker.every(kept.check(), "retention", service::run);
    }

    @Bean
    Growth growth(Growth.Counts counts, Clock clock) {
        return new Growth(counts, clock);
    }

    @Bean
    NumbersService numbersService(ProgressService progress, DeliveryFacts facts, Growth growth) {
        return new NumbersService(progress, facts, growth);
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
