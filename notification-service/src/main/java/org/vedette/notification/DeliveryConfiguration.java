package org.vedette.notification;

import com.fasterxml.uuid.Generators;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.alerts.PostEventBacklog;
import org.vedette.notification.controls.ControlBoard;
import org.vedette.notification.delivery.AlertSender;
import org.vedette.notification.delivery.AttemptService;
import org.vedette.notification.delivery.Claims;
import org.vedette.notification.delivery.ConfirmationSender;
import org.vedette.notification.delivery.DeliveryState;
import org.vedette.notification.delivery.DeliverySweeper;
import org.vedette.notification.delivery.Lease;
import org.vedette.notification.delivery.Ledger;
import org.vedette.notification.delivery.Mailer;
import org.vedette.notification.delivery.MessageService;
import org.vedette.notification.delivery.RetryPolicy;
import org.vedette.notification.delivery.uncertain.UncertainDeliveries;
import org.vedette.notification.digests.DigestContents;
import org.vedette.notification.reports.ProgressService;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.notification.subscribers.UnsubscribeService;
import org.vedette.starter.workers.BackgroundWorker;
import reactor.core.scheduler.Schedulers;

/** Wires the services of deliveries. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    private static final int OTHERS_WAITING = 48;

    /** In which an attempt can leave a delivery. */
    private static final List<Class<? extends DeliveryState>> SETTLED = List.of(
            DeliveryState.Sent.class,
            DeliveryState.Deferred.class,
            DeliveryState.Repeated.class,
            DeliveryState.Bounced.class,
            DeliveryState.Abandoned.class,
            DeliveryState.Suppressed.class,
            DeliveryState.Uncertain.class);

    private static final Duration SWEEP_STOP_TIMEOUT = Duration.ofSeconds(15);

    /** The phase of listener containers is {@code MAX_VALUE - 100}; higher ones stop first. */
    private static final int AFTER_LISTENER_CONTAINERS = Integer.MAX_VALUE - 200;

    private static final int FIRST_TO_START = 0;

    @Bean
    Lease lease(NotificationServiceProperties properties) {
        return Lease.of(properties.deliveries().lease(), properties.smtp().answerTimeout());
    }

    /** Has another owner after each start, because the claims from before have no work in progress any more. */
    @Bean(destroyMethod = "stop")
    Claims claims(Ledger ledger, Lease lease, ControlBoard board, Clock clock) {
        var owner = Generators.timeBasedEpochGenerator().generate().toString();
        return new Claims(ledger, owner, lease, board, clock);
    }

    @Bean
    MessageService messageService(
            Alerts alerts, Subscribers subscribers, DigestContents digests, ProgressService progress) {
        return new MessageService(alerts, subscribers, digests, progress);
    }

    @Bean
    AttemptService attemptService(
            Claims claims,
            Mailer mailer,
            UnsubscribeService unsubscribes,
            NotificationServiceProperties properties,
            Clock clock) {
        var deliveries = properties.deliveries();
        var policy = new RetryPolicy(
                deliveries.firstRetry(),
                deliveries.longestRetry(),
                deliveries.giveUpAfter(),
                deliveries.uncertainResends());
        return new AttemptService(claims, mailer, unsubscribes, policy, clock);
    }

    @Bean
    MeterBinder deliveryMetrics(AttemptService attempts) {
        return registry -> SETTLED.forEach(state -> FunctionCounter.builder(
                        "vedette.notification.deliveries", attempts, each -> each.settled(state))
                .tag("state", state.getSimpleName().toLowerCase(Locale.ROOT))
                .description("Attempts by the state in which they left their delivery")
                .register(registry));
    }

    @Bean
    AlertSender alertSender(
            Alerts alerts,
            MessageService messages,
            Claims claims,
            AttemptService attempts,
            Mailer mailer,
            NotificationServiceProperties properties) {
        return new AlertSender(
                alerts, messages, claims, attempts, mailer, concurrency(properties), Schedulers.parallel());
    }

    @Bean(destroyMethod = "stop")
    DeliverySweeper deliverySweeper(
            Claims claims,
            MessageService messages,
            AttemptService attempts,
            Mailer mailer,
            PostEventBacklog backlog,
            NotificationServiceProperties properties) {
        return new DeliverySweeper(claims, messages, attempts, mailer, backlog, concurrency(properties));
    }

    /** Stops after the listener containers, because their last mails are in progress until then. */
    @Bean
    BackgroundWorker deliverySweep(DeliverySweeper sweeper, NotificationServiceProperties properties) {
        return BackgroundWorker.every(properties.deliveries().sweep(), "delivery-sweep", sweeper::sweep)
                .preparedBy(sweeper::startSweeping)
                .wokenBy(sweeper::stopSweeping)
                .withStopTimeout(SWEEP_STOP_TIMEOUT)
                .inPhase(AFTER_LISTENER_CONTAINERS);
    }

    /** Stops last, because leases must be renewed while mails are in progress. */
    @Bean
    BackgroundWorker leaseRenewal(DeliverySweeper sweeper, Lease lease) {
        return BackgroundWorker.every(lease.renewalInterval(), "lease-renewal", sweeper::renewLeases)
                .inPhase(FIRST_TO_START);
    }

    /** Some mails wait for the store, for their turn or for a second offer, while others are with the mail server. */
    private static int concurrency(NotificationServiceProperties properties) {
        return properties.smtp().connections() * 4 + OTHERS_WAITING;
    }

    @Bean
    UncertainDeliveries uncertainDeliveries(ProgressService progress, Ledger ledger, Clock clock) {
        return new UncertainDeliveries(progress, ledger, clock);
    }

    @Bean
    ConfirmationSender confirmationSender(Ledger ledger, DeliverySweeper sweeper, Clock clock) {
        return new ConfirmationSender(ledger, sweeper, clock);
    }
}
