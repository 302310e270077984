package org.vedette.notification;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.alerts.AlertPlanner;
import org.vedette.notification.alerts.AlertReportService;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.alerts.DeliveryCounter;
import org.vedette.notification.alerts.Mailings;
import org.vedette.notification.alerts.PlanningRules;
import org.vedette.notification.subscribers.ConfirmationLimits;
import org.vedette.notification.subscribers.ConfirmationMails;
import org.vedette.notification.subscribers.ConfirmationService;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.notification.subscribers.SubscriptionLinks;
import org.vedette.notification.subscribers.SubscriptionService;
import org.vedette.notification.subscribers.UnsubscribeService;

/** Wires the services of subscriptions and alerts; those of deliveries are in {@link DeliveryConfiguration}. */
@Configuration(proxyBeanMethods = false)
class NotificationServiceConfiguration {

    /** Ticks in milliseconds, the precision of dates in MongoDB. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    Supplier<SubscriberId> subscriberIds() {
        var ids = Generators.timeBasedEpochGenerator();
        return () -> new SubscriberId(ids.generate());
    }

    @Bean
    LinkTokens linkTokens(NotificationServiceProperties properties) {
        return new LinkTokens(new LinkKey(properties.linkKey()));
    }

    @Bean
    SubscriptionLinks subscriptionLinks(NotificationServiceProperties properties, LinkTokens tokens) {
        return new SubscriptionLinks(properties.baseUrl(), tokens);
    }

    @Bean
    ConfirmationLimits confirmationLimits(NotificationServiceProperties properties) {
        var confirmation = properties.confirmation();
        return confirmation.limited()
                ? new ConfirmationLimits(confirmation.validity(), confirmation.pause(), confirmation.perDay())
                : ConfirmationLimits.none(confirmation.validity());
    }

    @Bean
    SubscriptionService subscriptionService(
            Subscribers subscribers,
            ConfirmationMails mails,
            ConfirmationLimits limits,
            Supplier<SubscriberId> ids,
            Clock clock) {
        return new SubscriptionService(subscribers, mails, limits, ids, clock);
    }

    @Bean
    ConfirmationService confirmationService(
            Subscribers subscribers, LinkTokens tokens, ConfirmationLimits limits, Clock clock) {
        return new ConfirmationService(subscribers, tokens, limits, clock);
    }

    @Bean
    UnsubscribeService unsubscribeService(Subscribers subscribers, LinkTokens tokens, Clock clock) {
        return new UnsubscribeService(subscribers, tokens, clock);
    }

    @Bean
    AlertPlanner alertPlanner(
            Alerts alerts,
            Subscribers subscribers,
            Mailings mailings,
            NotificationServiceProperties properties,
            Clock clock) {
        var rules = new PlanningRules(
                properties.alerts().newsFor(), properties.alerts().chunk());
        return new AlertPlanner(alerts, subscribers, mailings, rules, clock);
    }

    @Bean
    AlertReportService alertReportService(Alerts alerts, DeliveryCounter deliveryCounter) {
        return new AlertReportService(alerts, deliveryCounter);
    }
}
