package org.vedette.notification;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.delivery.AlertSender;
import org.vedette.notification.delivery.AttemptService;
import org.vedette.notification.delivery.Claims;
import org.vedette.notification.delivery.ConfirmationSender;
import org.vedette.notification.delivery.DeliveryRelay;
import org.vedette.notification.delivery.Ledger;
import org.vedette.notification.delivery.LetterService;
import org.vedette.notification.delivery.Mailer;
import org.vedette.notification.delivery.RetryPolicy;
import org.vedette.notification.subscribers.DepartureService;
import org.vedette.notification.subscribers.Subscribers;

/** Puts the deliveries together. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    /** Another owner each time the process starts: what it held before is not in flight any more. */
    @Bean(destroyMethod = "stop")
    Claims claims(Ledger ledger, NotificationServiceProperties properties, Clock clock) {
        var owner = Generators.timeBasedEpochGenerator().generate().toString();
        return new Claims(ledger, owner, properties.deliveries().lease(), clock);
    }

    @Bean
    LetterService letterService(Alerts alerts, Subscribers subscribers) {
        return new LetterService(alerts, subscribers);
    }

    @Bean
    AttemptService attemptService(
            Claims claims,
            Mailer mailer,
            DepartureService departures,
            NotificationServiceProperties properties,
            Clock clock) {
        var deliveries = properties.deliveries();
        var policy = new RetryPolicy(deliveries.firstRetry(), deliveries.longestRetry(), deliveries.giveUpAfter());
        return new AttemptService(claims, mailer, departures, policy, clock);
    }

    @Bean
    AlertSender alertSender(
            Alerts alerts,
            LetterService letters,
            Claims claims,
            AttemptService attempts,
            NotificationServiceProperties properties) {
        return new AlertSender(
                alerts, letters, claims, attempts, properties.smtp().connections());
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    DeliveryRelay deliveryRelay(
            Claims claims, LetterService letters, AttemptService attempts, NotificationServiceProperties properties) {
        return new DeliveryRelay(
                claims,
                letters,
                attempts,
                properties.deliveries().sweep(),
                properties.smtp().connections());
    }

    @Bean
    ConfirmationSender confirmationSender(Ledger ledger, DeliveryRelay relay, Clock clock) {
        return new ConfirmationSender(ledger, relay, clock);
    }
}
