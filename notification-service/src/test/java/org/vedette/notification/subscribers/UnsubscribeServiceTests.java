package org.vedette.notification.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.aSuppressedSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anId;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vedette.notification.LinkKey;
import org.vedette.notification.MutableClock;

class UnsubscribeServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final LinkTokens tokens = new LinkTokens(new LinkKey("one key of thirty-two characters"));
    private final UnsubscribeService service = new UnsubscribeService(subscribers, tokens, new MutableClock());

    @Test
    void followingTheLinkEndsTheSubscription() {
        var active = added(anActiveSubscriber());

        assertThat(unsubscribe(active)).isTrue();
        assertThat(stored(active)).isInstanceOf(Unsubscribed.class);
    }

    @Test
    void followingTheLinkAgainChangesNothing() {
        var active = added(anActiveSubscriber());
        assertThat(unsubscribe(active)).isTrue();
        var left = stored(active);

        assertThat(unsubscribe(active)).isTrue();
        assertThat(stored(active)).isEqualTo(left);
    }

    @Test
    void anOldLinkEndsAPendingSubscriptionToo() {
        var pending = added(aPendingSubscriber());

        assertThat(unsubscribe(pending)).isTrue();
        assertThat(stored(pending)).isInstanceOf(Unsubscribed.class);
    }

    @Test
    void theLinkOfADeletedSubscriberIsAccepted() {
        assertThat(service.unsubscribe(tokens.unsubscribe(anId())).block(TIMEOUT))
                .isTrue();
    }

    @Test
    void anInvalidLinkIsRefused() {
        assertThat(service.unsubscribe("nonsense").block(TIMEOUT)).isFalse();
    }

    @Test
    void aMailboxThatDoesNotExistIsSuppressed() {
        var active = added(anActiveSubscriber());

        service.suppress(active.id(), "550 5.1.1 no such user").block(TIMEOUT);

        assertThat(stored(active)).isInstanceOf(Suppressed.class);
    }

    @Test
    void aSuppressedSubscriberStaysSuppressedAfterUnsubscribing() {
        var suppressed = added(aSuppressedSubscriber());

        assertThat(unsubscribe(suppressed)).isTrue();
        assertThat(stored(suppressed)).isEqualTo(suppressed);
    }

    private boolean unsubscribe(Subscriber subscriber) {
        return Boolean.TRUE.equals(
                service.unsubscribe(tokens.unsubscribe(subscriber.id())).block(TIMEOUT));
    }

    private Subscriber added(Subscriber subscriber) {
        assertThat(subscribers.add(subscriber).block(TIMEOUT)).isTrue();
        return subscriber;
    }

    private Subscriber stored(Subscriber subscriber) {
        return subscribers.with(subscriber.id()).blockOptional(TIMEOUT).orElseThrow();
    }
}
