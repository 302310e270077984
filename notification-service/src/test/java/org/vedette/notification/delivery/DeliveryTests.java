package org.vedette.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.subscribers.SubscriberId;

class DeliveryTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(2), 3);

    private final DeliveryId id = new DeliveryId.OfAlert(
            AlertId.ofPost(UUID.fromString("018f0000-0000-7000-8000-000000000001")),
            new SubscriberId(UUID.fromString("018f0000-0000-7000-8000-000000000002")));
    private final Delivery claimed = Delivery.claimed(id, "me", NOW);

    @Test
    void theIdentityIsDerivedFromAlertAndSubscriber() {
        assertThat(id.value()).isEqualTo("018f0000-0000-7000-8000-000000000001.018f0000-0000-7000-8000-000000000002");
    }

    @Test
    void theIdentityOfAConfirmationIsDerivedFromSubscriberAndTimeOfTheRequest() {
        var confirmation = new DeliveryId.OfConfirmation(id.subscriber(), NOW);

        assertThat(confirmation.value())
                .isEqualTo("confirmation.018f0000-0000-7000-8000-000000000002." + NOW.toEpochMilli());
    }

    @Test
    void anAcceptedMailIsSent() {
        var settled = claimed.after(new Reply.Accepted("250 queued"), POLICY, NOW);

        assertThat(settled.state()).isEqualTo(new DeliveryState.Sent(NOW, "250 queued"));
    }

    @Test
    void aRefusedMailIsBounced() {
        var settled = claimed.after(new Reply.Refused("550 no", false), POLICY, NOW);

        assertThat(settled.state()).isEqualTo(new DeliveryState.Bounced(NOW, "550 no"));
    }

    @Test
    void aMailWithoutAReplyIsSentAgain() {
        var settled = claimed.after(new Reply.Uncertain("[EOF]"), POLICY, NOW);

        assertThat(settled.state()).isEqualTo(new DeliveryState.Repeated(NOW.plusSeconds(5), "[EOF]"));
    }

    @Test
    void aMailThatIsToBeHeldIsNotSentAgain() {
        var hold = new RetryPolicy(POLICY.first(), POLICY.longest(), POLICY.giveUpAfter(), 0);

        var settled = claimed.after(new Reply.Uncertain("[EOF]"), hold, NOW);

        assertThat(settled.state()).isEqualTo(new DeliveryState.Uncertain(NOW, "[EOF]"));
    }

    @Test
    void aMailWithoutAReplyIsSentAgainOnlySoOften() {
        var repeated = claimed;
        for (var i = 0; i < 3; i++) {
            repeated = repeated.after(new Reply.Uncertain("[EOF]"), POLICY, NOW).claimedBy("me", NOW);
        }

        var settled = repeated.after(new Reply.Uncertain("[EOF]"), POLICY, NOW);

        assertThat(settled.state()).isInstanceOf(DeliveryState.Uncertain.class);
        assertThat(settled.possibleDoubles()).isEqualTo(3);
    }

    @Test
    void aClaimThatIsTakenOverMayBeADouble() {
        assertThat(claimed.claimedBy("other", NOW).possibleDoubles()).isEqualTo(1);
    }

    @Test
    void aDeferredMailThatIsClaimedAgainIsNoDouble() {
        var deferred = claimed.after(new Reply.TryLater("451 busy"), POLICY, NOW);

        assertThat(deferred.claimedBy("other", NOW).possibleDoubles()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1,5", "2,10", "3,20", "7,320", "8,600", "1000,600"})
    void aDeferredMailIsTriedAgainAfterAPauseThatGrows(int attempts, long seconds) {
        var delivery = new Delivery(id, claimed.state(), attempts, NOW);

        var settled = delivery.after(new Reply.TryLater("451 busy"), POLICY, NOW);

        assertThat(settled.state()).isEqualTo(new DeliveryState.Deferred(NOW.plusSeconds(seconds), "451 busy"));
    }

    @Test
    void aMailThatIsDeferredForTooLongIsAbandoned() {
        var later = NOW.plus(Duration.ofDays(2)).plusMillis(1);

        var settled = claimed.after(new Reply.TryLater("451 busy"), POLICY, later);

        assertThat(settled.state()).isEqualTo(new DeliveryState.Abandoned(later, "451 busy"));
    }

    @Test
    void everyClaimCountsAsAnAttempt() {
        var due = Delivery.due(id, NOW);

        assertThat(due.claimedBy("me", NOW).claimedBy("other", NOW).attempts()).isEqualTo(2);
    }
}
