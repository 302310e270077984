package org.vedette.notification.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vedette.notification.LinkKey;
import org.vedette.notification.MutableClock;
import org.vedette.notification.journal.Change;
import org.vedette.notification.journal.InMemoryJournal;
import org.vedette.notification.signup.ConfirmationService.Outcome;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.ConfirmationLimits;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Subscriber;

class ConfirmationServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MutableClock clock = new MutableClock();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final LinkTokens tokens = new LinkTokens(new LinkKey("one key of thirty-two characters"));
    private final InMemoryJournal journal = new InMemoryJournal();
    private final ConfirmationService service = new ConfirmationService(
            subscribers, tokens, new ConfirmationLimits(Duration.ofDays(2), Duration.ofMinutes(10), 5), journal, clock);
    private final Pending pending = aPendingSubscriber();
    private final String token = tokens.confirmation(pending, clock.instant());

    @BeforeEach
    void addThePendingSubscriber() {
        assertThat(subscribers.add(pending).block(TIMEOUT)).isTrue();
    }

    @Test
    void followingTheLinkConfirms() {
        assertThat(confirm(token)).isEqualTo(Outcome.DONE);

        assertThat(stored()).isInstanceOf(Active.class);
    }

    @Test
    void aConfirmationIsCountedOnce() {
        assertThat(confirm(token)).isEqualTo(Outcome.DONE);
        assertThat(confirm(token)).isEqualTo(Outcome.ALREADY_ACTIVE);

        assertThat(journal.count(Change.CONFIRMED)).isOne();
    }

    @Test
    void checkingTheLinkChangesNothing() {
        assertThat(service.check(token).block(TIMEOUT)).isEqualTo(Outcome.OPEN);

        assertThat(stored()).isEqualTo(pending);
    }

    @Test
    void theLinkWorksOnce() {
        confirm(token);

        assertThat(confirm(token)).isEqualTo(Outcome.ALREADY_ACTIVE);
    }

    @Test
    void theLinkIsUsedUpAfterUnsubscribing() {
        confirm(token);
        replace(((Active) stored()).unsubscribe(clock.instant()));

        assertThat(confirm(token)).isEqualTo(Outcome.USED);
    }

    @Test
    void anOldLinkDoesNotConfirmANewSubscription() {
        var unsubscribed = pending.unsubscribe(clock.instant());
        replace(unsubscribed);
        replace(unsubscribed.subscribe(null, clock.instant()));

        assertThat(confirm(token)).isEqualTo(Outcome.USED);
    }

    @Test
    void theLinkWorksForFortyEightHours() {
        clock.advance(Duration.ofDays(2));

        assertThat(confirm(token)).isEqualTo(Outcome.DONE);
    }

    @Test
    void theLinkExpiresAfterThat() {
        clock.advance(Duration.ofDays(2).plusMillis(1));

        assertThat(confirm(token)).isEqualTo(Outcome.EXPIRED);
    }

    @Test
    void anInvalidLinkIsUnknown() {
        assertThat(confirm("nonsense")).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aLinkToAnUnknownSubscriberIsUnknown() {
        assertThat(confirm(tokens.confirmation(aPendingSubscriber(), clock.instant())))
                .isEqualTo(Outcome.UNKNOWN);
    }

    @CanIgnoreReturnValue
    private Outcome confirm(String link) {
        return service.confirm(link).blockOptional(TIMEOUT).orElseThrow();
    }

    private Subscriber stored() {
        return subscribers.with(pending.id()).blockOptional(TIMEOUT).orElseThrow();
    }

    private void replace(Subscriber next) {
        assertThat(subscribers.replace(next).block(TIMEOUT)).isTrue();
    }
}
