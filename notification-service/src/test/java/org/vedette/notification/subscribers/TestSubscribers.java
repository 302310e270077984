package org.vedette.notification.subscribers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vedette.notification.preferences.Preferences;

/** Subscribers in every state, each with an identity of its own. */
public final class TestSubscribers {

    public static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");

    private TestSubscribers() {}

    public static Pending aPendingSubscriber() {
        return aPendingSubscriber("ada-" + UUID.randomUUID() + "@example.org");
    }

    public static Pending aPendingSubscriber(String address) {
        return new Pending(anId(), new EmailAddress(address), 1, Profile.OF_EARLIER_VERSIONS, 1, List.of(THEN), null);
    }

    public static Active anActiveSubscriber() {
        return aPendingSubscriber().confirm(null, THEN);
    }

    public static Active anActiveSubscriber(Preferences preferences) {
        return anActiveSubscriber(preferences, "ada-" + UUID.randomUUID() + "@example.org");
    }

    public static Active anActiveSubscriber(Preferences preferences, String address) {
        return new Active(anId(), new EmailAddress(address), 1, Profile.OF_EARLIER_VERSIONS.with(preferences), THEN);
    }

    public static Unsubscribed anUnsubscribedSubscriber() {
        return anActiveSubscriber().unsubscribe(THEN);
    }

    public static Suppressed aSuppressedSubscriber() {
        return anActiveSubscriber().suppress("550 5.1.1 no such user", THEN);
    }

    public static SubscriberId anId() {
        return new SubscriberId(UUID.randomUUID());
    }
}
