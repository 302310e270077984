package org.vedette.notification.subscribers.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.Consent;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Profile;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.testsupport.infrastructure.Infrastructure;
import org.vedette.testsupport.infrastructure.WithInfrastructure;

@WithInfrastructure
class MongoSubscriberRetentionIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final String database = Infrastructure.freshDatabase("consents");
    private final MongoSubscribers subscribers =
            new MongoSubscribers(TestStore.client(), TestStore.reader(), TestProperties.withDatabase(database));
    private final MongoSubscriberRetention retention =
            new MongoSubscriberRetention(TestStore.client(), TestProperties.withDatabase(database));

    @Test
    void theClientsOfOldConsentsAreForgottenAndNothingElse() {
        var old = aSubscriber(NOW.minusSeconds(1));
        var young = aSubscriber(NOW);

        assertThat(retention.forgetClients(NOW, 10).block(TIMEOUT)).isOne();
        assertThat(retention.forgetClients(NOW, 10).block(TIMEOUT)).isZero();

        assertThat(consent(old)).isEqualTo(new Consent(NOW.minusSeconds(1), null, "Every post.", "1", null));
        assertThat(consent(young)).isEqualTo(young.profile().consent());
    }

    @Test
    void theConsentOfThoseWhoLeftLongAgoIsForgotten() {
        var active = aSubscriber(NOW);
        var left = aSubscriber(NOW);
        assertThat(subscribers.replace(left.unsubscribe(NOW.minusSeconds(1))).block(TIMEOUT))
                .isTrue();

        assertThat(retention.forgetConsents(NOW, 10).block(TIMEOUT)).isOne();
        assertThat(retention.forgetConsents(NOW, 10).block(TIMEOUT)).isZero();

        assertThat(consent(left)).isNull();
        assertThat(consent(active)).isNotNull();
    }

    private Active aSubscriber(Instant consentAt) {
        var id = new SubscriberId(UUID.randomUUID());
        var consent = new Consent(consentAt, "192.0.2.1", "Every post.", "1", "192.0.2.2");
        var active = new Active(
                id,
                new EmailAddress(id + "@example.org"),
                1,
                new Profile(Preferences.EVERYTHING, consent, null),
                consentAt);
        assertThat(subscribers.add(active).block(TIMEOUT)).isTrue();
        return active;
    }

    private @Nullable Consent consent(Subscriber subscriber) {
        return subscribers
                .with(subscriber.id())
                .blockOptional(TIMEOUT)
                .orElseThrow()
                .profile()
                .consent();
    }
}
