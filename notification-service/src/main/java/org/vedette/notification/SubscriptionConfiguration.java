package org.vedette.notification;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.NotificationServiceProperties.NewSubscribers;
import org.vedette.notification.journal.Journal;
import org.vedette.notification.operators.SubscriberAdministration;
import org.vedette.notification.operators.imports.SubscriberImportService;
import org.vedette.notification.preferences.Cadence;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.selfservice.DeliveryHistory;
import org.vedette.notification.selfservice.ErasedAddresses;
import org.vedette.notification.signup.ConfirmationMails;
import org.vedette.notification.signup.ConfirmationService;
import org.vedette.notification.signup.FormTokens;
import org.vedette.notification.signup.RateLimit;
import org.vedette.notification.signup.SignUpLimits;
import org.vedette.notification.signup.SignUpLimits.Subject;
import org.vedette.notification.signup.SignUpService;
import org.vedette.notification.signup.SubscriptionService;
import org.vedette.notification.signup.UnconfirmedPurge;
import org.vedette.notification.subscribers.ConfirmationLimits;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.notification.subscribers.SubscriptionLinks;
import org.vedette.notification.subscribers.UnsubscribeService;
import org.vedette.starter.workers.BackgroundWorker;

/** Wires the services of subscriptions. */
@Configuration(proxyBeanMethods = false)
class SubscriptionConfiguration {

    private static final Duration PURGE_INTERVAL = Duration.ofHours(1);

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
    Preferences preferencesOfNewSubscribers(NotificationServiceProperties properties) {
        var chosen = properties.newSubscribers();
        var scope = chosen.series().isEmpty() && chosen.tags().isEmpty()
                ? new Scope.Everything()
                : new Scope.Chosen(chosen.series(), chosen.tags());
        return new Preferences(scope, cadence(chosen), null, List.of());
    }

    private static Cadence cadence(NewSubscribers chosen) {
        return switch (chosen.cadence()) {
            case IMMEDIATE -> new Cadence.Immediate();
            case DAILY -> new Cadence.Digest(new DigestSchedule(null, chosen.hour(), null));
            case WEEKLY -> new Cadence.Digest(new DigestSchedule(chosen.day(), chosen.hour(), null));
        };
    }

    @Bean
    SubscriptionService subscriptionService(
            Subscribers subscribers,
            ConfirmationMails mails,
            ConfirmationLimits limits,
            Preferences preferencesOfNewSubscribers,
            Supplier<SubscriberId> ids,
            Clock clock) {
        return new SubscriptionService(subscribers, mails, limits, preferencesOfNewSubscribers, ids, clock);
    }

    @Bean
    SignUpLimits signUpLimits(NotificationServiceProperties properties, Clock clock) {
        var limits = properties.signUps();
        var hour = Duration.ofHours(1);
        return new SignUpLimits(
                properties.confirmation().limited()
                        ? Map.of(
                                Subject.CLIENT, new RateLimit(limits.perClient(), hour),
                                Subject.NETWORK, new RateLimit(limits.perNetwork(), hour),
                                Subject.MAILBOX, new RateLimit(limits.perMailbox(), Duration.ofDays(1)),
                                Subject.DOMAIN, new RateLimit(limits.perDomain(), hour),
                                Subject.TOTAL, new RateLimit(limits.total(), hour))
                        : Map.of(),
                clock);
    }

    @Bean
    SignUpService signUpService(
            SubscriptionService subscriptions,
            SignUpLimits limits,
            NotificationServiceProperties properties,
            Clock clock) {
        var tokens = new FormTokens(new LinkKey(properties.linkKey()));
        return new SignUpService(
                subscriptions, limits, tokens, properties.signUps().fillTime(), clock);
    }

    @Bean
    ConfirmationService confirmationService(
            Subscribers subscribers, LinkTokens tokens, ConfirmationLimits limits, Journal journal, Clock clock) {
        return new ConfirmationService(subscribers, tokens, limits, journal, clock);
    }

    @Bean
    UnsubscribeService unsubscribeService(Subscribers subscribers, LinkTokens tokens, Journal journal, Clock clock) {
        return new UnsubscribeService(subscribers, tokens, journal, clock);
    }

    @Bean
    SubscriberAdministration subscriberAdministration(
            Subscribers subscribers, DeliveryHistory history, Journal journal, Clock clock) {
        return new SubscriberAdministration(subscribers, history, journal, clock);
    }

    @Bean
    SubscriberImportService subscriberImportService(
            Subscribers subscribers,
            ErasedAddresses erased,
            Preferences preferencesOfNewSubscribers,
            Supplier<SubscriberId> ids,
            Clock clock) {
        return new SubscriberImportService(subscribers, erased, preferencesOfNewSubscribers, ids, clock);
    }

    @Bean
    UnconfirmedPurge unconfirmedPurge(Subscribers subscribers, NotificationServiceProperties properties, Clock clock) {
        return new UnconfirmedPurge(subscribers, properties.signUps().unconfirmedFor(), clock);
    }

    @Bean
    BackgroundWorker unconfirmedPurgeWorker(UnconfirmedPurge purge) {
        return BackgroundWorker.every(PURGE_INTERVAL, "unconfirmed-purge", purge::run);
    }
}
