package org.vedette.notification.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.subscribers.SubscribersForTests.aPendingOne;
import static org.vedette.notification.subscribers.SubscribersForTests.aSuppressedOne;
import static org.vedette.notification.subscribers.SubscribersForTests.anActiveOne;
import static org.vedette.notification.subscribers.SubscribersForTests.anId;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vedette.notification.LinkKey;
import org.vedette.notification.SettableClock;

class DepartureServiceTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final LinkTokens tokens = new LinkTokens(new LinkKey("one key of thirty-two characters"));
    private final DepartureService service = new DepartureService(subscribers, tokens, new SettableClock());

    @Test
    void followingTheLinkEndsTheSubscription() {
        var active = added(anActiveOne());

        assertThat(unsubscribe(active)).isTrue();
        assertThat(stored(active)).isInstanceOf(Unsubscribed.class);
    }

    @Test
    void followingItAgainIsFine() {
        var active = added(anActiveOne());
        assertThat(unsubscribe(active)).isTrue();
        var left = stored(active);

        assertThat(unsubscribe(active)).isTrue();
        assertThat(stored(active)).isEqualTo(left);
    }

    @Test
    void anOldLinkEndsAWaitForConfirmationToo() {
        var pending = added(aPendingOne());

        assertThat(unsubscribe(pending)).isTrue();
        assertThat(stored(pending)).isInstanceOf(Unsubscribed.class);
    }

    @Test
    void theLinkOfSomebodyWhoIsNotThereAnyMoreIsFine() {
        assertThat(service.unsubscribe(tokens.unsubscribe(anId())).block(PATIENCE))
                .isTrue();
    }

    @Test
    void aLinkWeNeverMadeIsRefused() {
        assertThat(service.unsubscribe("nonsense").block(PATIENCE)).isFalse();
    }

    @Test
    void aMailboxThatDoesNotExistIsSuppressed() {
        var active = added(anActiveOne());

        service.suppress(active.id(), "550 5.1.1 no such user").block(PATIENCE);

        assertThat(stored(active)).isInstanceOf(Suppressed.class);
    }

    @Test
    void whoIsSuppressedStaysSoWhenLeaving() {
        var suppressed = added(aSuppressedOne());

        assertThat(unsubscribe(suppressed)).isTrue();
        assertThat(stored(suppressed)).isEqualTo(suppressed);
    }

    private boolean unsubscribe(Subscriber subscriber) {
        return Boolean.TRUE.equals(
                service.unsubscribe(tokens.unsubscribe(subscriber.id())).block(PATIENCE));
    }

    private Subscriber added(Subscriber subscriber) {
        assertThat(subscribers.add(subscriber).block(PATIENCE)).isTrue();
        return subscriber;
    }

    private Subscriber stored(Subscriber subscriber) {
        return subscribers.with(subscriber.id()).blockOptional(PATIENCE).orElseThrow();
    }
}
