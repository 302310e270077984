package org.vedette.notification;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.alerts.AlertPlanner;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.alerts.Mailings;
import org.vedette.notification.alerts.PlanningRules;
import org.vedette.notification.alerts.SecondLook;
import org.vedette.notification.followups.AlertedAudience;
import org.vedette.notification.followups.FollowUpPlanner;
import org.vedette.notification.subscribers.Subscribers;

/**
 * Wires the services of alerts; {@link SubscriptionConfiguration} and {@link DeliveryConfiguration} wire the others.
 */
@Configuration(proxyBeanMethods = false)
class NotificationServiceConfiguration {

    /** Ticks in milliseconds, the precision of dates in MongoDB. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    FollowUpPlanner followUpPlanner(
            Alerts alerts,
            AlertedAudience alerted,
            Mailings mailings,
            NotificationServiceProperties properties,
            Clock clock) {
        var rules = new PlanningRules(
                properties.alerts().newsFor(), properties.alerts().chunk());
        return new FollowUpPlanner(alerts, alerted, mailings, rules, clock);
    }

    @Bean
    AlertPlanner alertPlanner(
            Alerts alerts,
            Subscribers subscribers,
            Mailings mailings,
            SecondLook secondLook,
            NotificationServiceProperties properties,
            Clock clock) {
        var rules = new PlanningRules(
                properties.alerts().newsFor(), properties.alerts().chunk());
        return new AlertPlanner(alerts, subscribers, mailings, secondLook, rules, clock);
    }
}
