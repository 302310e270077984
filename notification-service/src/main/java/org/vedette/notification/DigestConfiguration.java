package org.vedette.notification;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.alerts.Mailings;
import org.vedette.notification.alerts.PostEventBacklog;
import org.vedette.notification.digests.DigestArchive;
import org.vedette.notification.digests.DigestContents;
import org.vedette.notification.digests.DigestPlanner;
import org.vedette.notification.digests.DigestRuns;
import org.vedette.notification.digests.DigestSchedules;
import org.vedette.notification.digests.DigestStores;
import org.vedette.notification.digests.DigestedPosts;
import org.vedette.notification.digests.MailedPosts;
import org.vedette.notification.journal.Journal;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.selfservice.AddressChangeService;
import org.vedette.notification.selfservice.DeliveryHistory;
import org.vedette.notification.selfservice.ErasedAddresses;
import org.vedette.notification.selfservice.Erasure;
import org.vedette.notification.selfservice.ErasurePurge;
import org.vedette.notification.selfservice.OwnDataService;
import org.vedette.notification.selfservice.PreferenceService;
import org.vedette.notification.selfservice.RequestedMails;
import org.vedette.notification.signup.SignUpLimits;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.starter.workers.BackgroundWorker;

/** Wires the services of digests, and those by which subscribers help themselves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErasureProperties.class)
class DigestConfiguration {

    private static final Duration PURGE_INTERVAL = Duration.ofHours(1);

    @Bean
    DigestStores digestStores(DigestSchedules schedules, DigestRuns runs, DigestedPosts posts) {
        return new DigestStores(schedules, runs, posts);
    }

    @Bean
    DigestArchive digestArchive(DigestedPosts posts, NotificationServiceProperties properties, Clock clock) {
        return new DigestArchive(posts, properties.digests().newsFor(), clock);
    }

    @Bean
    DigestContents digestContents(DigestRuns runs, DigestedPosts posts, MailedPosts mailed) {
        return new DigestContents(runs, posts, mailed);
    }

    @Bean
    DigestPlanner digestPlanner(
            DigestStores stores,
            Subscribers subscribers,
            Mailings mailings,
            PostEventBacklog backlog,
            NotificationServiceProperties properties,
            Clock clock) {
        var rules = new DigestPlanner.Rules(
                properties.alerts().chunk(),
                properties.digests().grace(),
                properties.site().zone());
        return new DigestPlanner(stores, subscribers, mailings, backlog, rules, clock);
    }

    @Bean
    BackgroundWorker digestWorker(DigestPlanner planner, NotificationServiceProperties properties) {
        return BackgroundWorker.every(properties.digests().check(), "digests", planner::run);
    }

    /** New subscribers may get digests without having chosen them. */
    @Bean
    BackgroundWorker defaultSchedule(DigestPlanner planner, Preferences preferencesOfNewSubscribers) {
        return BackgroundWorker.untilItSucceeds(
                "default-digest-schedule", () -> planner.keepDefault(preferencesOfNewSubscribers.cadence()));
    }

    @Bean
    PreferenceService preferenceService(
            Subscribers subscribers,
            LinkTokens tokens,
            DigestPlanner planner,
            NotificationServiceProperties properties,
            Clock clock) {
        return new PreferenceService(
                subscribers, tokens, planner::keep, properties.site().zone(), clock);
    }

    @Bean
    AddressChangeService addressChangeService(
            Subscribers subscribers, LinkTokens tokens, RequestedMails mails, SignUpLimits limits, Clock clock) {
        return new AddressChangeService(subscribers, tokens, mails, limits, clock);
    }

    @Bean
    OwnDataService ownDataService(
            Subscribers subscribers,
            LinkTokens tokens,
            RequestedMails mails,
            DeliveryHistory history,
            ErasedAddresses erased,
            Journal journal,
            Clock clock) {
        return new OwnDataService(
                subscribers, tokens, mails, history, new Erasure(subscribers, history, erased, journal, clock), clock);
    }

    @Bean
    BackgroundWorker erasurePurge(ErasedAddresses erased, ErasureProperties properties, Clock clock) {
        var purge = new ErasurePurge(erased, properties.keptFor(), clock);
        return BackgroundWorker.every(PURGE_INTERVAL, "erasure-purge", purge::run);
    }
}
