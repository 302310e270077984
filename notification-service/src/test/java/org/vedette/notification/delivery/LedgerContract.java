package org.vedette.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.delivery.Ledger.Selection;
import org.vedette.notification.delivery.control.DeliveryChanges;
import org.vedette.notification.notices.Notice;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.testmails.TestMail;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every implementation of {@link Ledger} must do. */
public abstract class LedgerContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(2), 3);
    private static final int ALL = 10_000;
    private static final Selection EVERYTHING = new Selection(true, Set.of());

    protected abstract Ledger ledger();

    protected abstract DeliveryChanges changes();

    @Test
    void aCancelledMailThatMayBeOutIsNotCalledUnsent() {
        var alert = AlertId.ofPost(UUID.randomUUID());
        var deferred = new DeliveryState.Deferred(NOW, "451 later");
        var unsent = new Delivery(anyOf(alert), deferred, 2, NOW);
        var mayBeOut = new Delivery(anyOf(alert), deferred, 2, NOW, 1);
        open(unsent);
        open(mayBeOut);

        assertThat(get(changes().cancel(alert, "by mistake", NOW))).isEqualTo(2);

        assertThat(get(ledger().resolveUncertain(alert, true, NOW))).isEqualTo(1);
        assertThat(ids(ledger().due(NOW, EVERYTHING, ALL)))
                .contains(mayBeOut.id())
                .doesNotContain(unsent.id());
    }

    @Test
    void aRestartThatIsRepeatedLeavesWhatItHasChanged() {
        var alert = AlertId.ofPost(UUID.randomUUID());
        var deferred = new DeliveryState.Deferred(NOW, "451 later");
        var old = new Delivery(anyOf(alert), deferred, 2, NOW.minusSeconds(61));
        var restarted = new Delivery(anyOf(alert), deferred, 2, NOW.minusSeconds(60));
        open(old);
        open(restarted);

        changes().restart(alert, NOW).block(TIMEOUT);

        assertThat(get(ledger().due(NOW, EVERYTHING, ALL).collectList()))
                .contains(new Delivery(old.id(), deferred, 2, NOW), restarted);
    }

    private static DeliveryId anyOf(AlertId alert) {
        return new DeliveryId.OfAlert(alert, new SubscriberId(UUID.randomUUID()));
    }

    @ParameterizedTest
    @MethodSource("claimed")
    void aRowIsInsertedOnce(Delivery delivery) {
        assertThat(get(ledger().open(delivery))).isTrue();

        assertThat(get(ledger().open(delivery.claimedBy("other", NOW)))).isFalse();
    }

    @Test
    void oneOfManyConcurrentInsertsWins() {
        var id = anAlertDelivery();

        var wins = Flux.range(0, 20)
                .flatMap(owner -> ledger().open(Delivery.claimed(id, "owner " + owner, NOW)), 20)
                .collectList();

        assertThat(get(wins)).containsOnlyOnce(true);
    }

    @ParameterizedTest
    @MethodSource("due")
    void aDueRowComesBackAsItWasWritten(Delivery due) {
        open(due);

        assertThat(get(ledger().due(NOW, EVERYTHING, ALL).collectList())).contains(due);
    }

    @Test
    void aDeferredRowIsDueWhenItsTimeHasCome() {
        var claimed = Delivery.claimed(anAlertDelivery(), "me", NOW);
        open(claimed);
        settle(claimed.after(new Reply.TryLater("451 later"), POLICY, NOW));

        assertThat(ids(ledger().due(NOW.plusSeconds(4), EVERYTHING, ALL))).doesNotContain(claimed.id());
        assertThat(ids(ledger().due(NOW.plusSeconds(5), EVERYTHING, ALL))).contains(claimed.id());
    }

    @Test
    void whatIsNotLookedForHidesNothing() {
        var of = AlertId.ofPost(UUID.randomUUID());
        var paused = Stream.generate(() -> new DeliveryId.OfAlert(of, new SubscriberId(UUID.randomUUID())))
                .limit(5)
                .map(id -> Delivery.due(id, NOW))
                .toList();
        paused.forEach(this::open);
        var confirmation = Delivery.due(aConfirmation(), NOW);
        var other = Delivery.due(anAlertDelivery(), NOW);
        open(confirmation);
        open(other);
        var isPaused = paused.stream().map(Delivery::id).toList();

        assertThat(ids(ledger().due(NOW, new Selection(true, Set.of(of)), ALL)))
                .contains(confirmation.id(), other.id())
                .doesNotContainAnyElementsOf(isPaused);
        assertThat(ids(ledger().due(NOW, new Selection(false, Set.of()), ALL)))
                .contains(confirmation.id())
                .doesNotContain(other.id())
                .doesNotContainAnyElementsOf(isPaused);
    }

    @Test
    void aDueRowIsClaimedByOneOfMany() {
        var due = Delivery.due(anAlertDelivery(), NOW);
        open(due);

        var wins = Flux.range(0, 20)
                .flatMap(owner -> ledger().claim(due, due.claimedBy("owner " + owner, NOW)), 20)
                .collectList();

        assertThat(get(wins)).containsOnlyOnce(true);
    }

    @Test
    void aClaimThatIsNotRenewedExpires() {
        var claimed = Delivery.claimed(anAlertDelivery(), "me", NOW);
        open(claimed);

        assertThat(ids(ledger().expired(NOW, EVERYTHING, ALL))).doesNotContain(claimed.id());
        assertThat(ids(ledger().expired(NOW.plusMillis(1), EVERYTHING, ALL))).contains(claimed.id());
    }

    @Test
    void aClaimThatIsRenewedDoesNotExpire() {
        var claimed = Delivery.claimed(anAlertDelivery(), "me", NOW);
        open(claimed);

        renew(claimed, "me");

        assertThat(ids(ledger().expired(NOW.plusSeconds(1), EVERYTHING, ALL))).doesNotContain(claimed.id());
    }

    @Test
    void aRenewalEmitsTheClaimsTheOwnerStillHolds() {
        var kept = Delivery.claimed(anAlertDelivery(), "me", NOW);
        var lost = Delivery.claimed(anAlertDelivery(), "me", NOW);
        var settled = Delivery.claimed(anAlertDelivery(), "me", NOW);
        List.of(kept, lost, settled).forEach(this::open);
        assertThat(get(ledger().claim(lost, lost.claimedBy("other", NOW)))).isTrue();
        settle(settled.after(new Reply.Accepted("250 ok"), POLICY, NOW));

        var renewed = ledger().renew(List.of(kept.id(), lost.id(), settled.id()), "me", NOW.plusSeconds(30));

        assertThat(get(renewed.collectList())).containsExactly(kept.id());
    }

    @Test
    void theClaimOfAnotherOwnerIsNotRenewed() {
        var claimed = Delivery.claimed(anAlertDelivery(), "me", NOW);
        open(claimed);

        renew(claimed, "other");

        assertThat(ids(ledger().expired(NOW.plusSeconds(1), EVERYTHING, ALL))).contains(claimed.id());
    }

    @Test
    void aClaimThatWasRenewedSinceItWasReadIsNotTakenOver() {
        var claimed = Delivery.claimed(anAlertDelivery(), "me", NOW);
        open(claimed);
        renew(claimed, "me");

        assertThat(get(ledger().claim(claimed, claimed.claimedBy("other", NOW))))
                .isFalse();
    }

    @Test
    void aClaimThatWasRenewedCanBeSettled() {
        var claimed = Delivery.claimed(anAlertDelivery(), "me", NOW);
        open(claimed);
        renew(claimed, "me");

        assertThat(get(ledger().settle(claimed.after(new Reply.Accepted("250 ok"), POLICY, NOW), "me")))
                .isTrue();
    }

    @Test
    void aResultThatIsStoredAlreadyIsStored() {
        var claimed = Delivery.claimed(anAlertDelivery(), "me", NOW);
        open(claimed);
        var settled = claimed.after(new Reply.Accepted("250 ok"), POLICY, NOW);

        settle(settled);
        settle(settled);
    }

    @Test
    void anotherResultThanTheStoredOneIsNotStored() {
        var claimed = Delivery.claimed(anAlertDelivery(), "me", NOW);
        open(claimed);
        settle(claimed.after(new Reply.Accepted("250 ok"), POLICY, NOW));

        var another = claimed.after(new Reply.Accepted("250 another"), POLICY, NOW);
        assertThat(get(ledger().settle(another, "me"))).isFalse();
    }

    @Test
    void aClaimThatWasTakenOverIsNotSettledByItsFormerOwner() {
        var claimed = Delivery.claimed(anAlertDelivery(), "me", NOW);
        open(claimed);
        assertThat(get(ledger().claim(claimed, claimed.claimedBy("other", NOW))))
                .isTrue();

        assertThat(get(ledger().settle(claimed.after(new Reply.Accepted("250 ok"), POLICY, NOW), "me")))
                .isFalse();
    }

    @Test
    void aSentDeliveryIsNeitherDueNorExpired() {
        var claimed = Delivery.claimed(anAlertDelivery(), "me", NOW);
        open(claimed);
        settle(claimed.after(new Reply.Accepted("250 ok"), POLICY, NOW));

        var open = ledger().due(NOW.plusSeconds(9_999), EVERYTHING, ALL)
                .concatWith(ledger().expired(NOW.plusSeconds(9_999), EVERYTHING, ALL));

        assertThat(ids(open)).doesNotContain(claimed.id());
    }

    @Test
    void aMailWithoutAReplyIsDueAgainWhenItsTimeHasCome() {
        var claimed = Delivery.claimed(anAlertDelivery(), "me", NOW);
        open(claimed);
        var repeated = claimed.after(new Reply.Uncertain("[EOF]"), POLICY, NOW);
        settle(repeated);

        assertThat(ids(ledger().due(NOW.plusSeconds(4), EVERYTHING, ALL))).doesNotContain(claimed.id());
        assertThat(get(ledger().due(NOW.plusSeconds(5), EVERYTHING, ALL).collectList()))
                .contains(repeated);
    }

    @Test
    void aMailThatWasTakenOverCountsAsAPossibleDouble() {
        var claimed = Delivery.claimed(anAlertDelivery(), "me", NOW);
        open(claimed);
        var takenOver = claimed.claimedBy("other", NOW);
        assertThat(get(ledger().claim(claimed, takenOver))).isTrue();

        assertThat(get(ledger().expired(NOW.plusMillis(1), EVERYTHING, ALL).collectList()))
                .filteredOn(row -> row.id().equals(claimed.id()))
                .extracting(Delivery::possibleDoubles)
                .containsExactly(1);
    }

    @Test
    void onlyWhatWasDeferredBecauseOfAServerIsHastened() {
        var ofTheServer = deferred(new Reply.TryLater("554 5.7.1 blocked", true));
        var ofTheRecipient = deferred(new Reply.TryLater("452 4.2.2 full"));

        assertThat(get(ledger().hasten(NOW))).isPositive();

        assertThat(ids(ledger().due(NOW, EVERYTHING, ALL)))
                .contains(ofTheServer)
                .doesNotContain(ofTheRecipient);
    }

    @Test
    void aBounceIsFoundBySubscriberAndTime() {
        var id = anAlertDelivery();
        var claimed = Delivery.claimed(id, "me", NOW);
        open(claimed);
        settle(claimed.after(new Reply.Refused("550 5.1.2 no", false), POLICY, NOW));

        assertThat(get(ledger().hasBounced(id.subscriber(), NOW.plusMillis(1)))).isTrue();
        assertThat(get(ledger().hasBounced(id.subscriber(), NOW))).isFalse();
        assertThat(get(ledger().hasBounced(anAlertDelivery().subscriber(), NOW.plusMillis(1))))
                .isFalse();
    }

    @Test
    void anUncertainDeliveryIsSentAgainWhenAnOperatorSaysSo() {
        var uncertain = uncertain();

        assertThat(get(ledger().resolveUncertain(uncertain.alert(), true, NOW))).isEqualTo(1);

        assertThat(ids(ledger().due(NOW, EVERYTHING, ALL))).contains(uncertain);
    }

    @Test
    void anUncertainDeliveryIsSentWhenAnOperatorSaysSo() {
        var uncertain = uncertain();

        assertThat(get(ledger().resolveUncertain(uncertain.alert(), false, NOW)))
                .isEqualTo(1);

        assertThat(ids(ledger().due(NOW.plusSeconds(9_999), EVERYTHING, ALL))).doesNotContain(uncertain);
        assertThat(get(ledger().resolveUncertain(uncertain.alert(), true, NOW))).isZero();
    }

    private DeliveryId.OfAlert uncertain() {
        var id = anAlertDelivery();
        var claimed = Delivery.claimed(id, "me", NOW);
        open(claimed);
        var hold = new RetryPolicy(POLICY.first(), POLICY.longest(), POLICY.giveUpAfter(), 0);
        settle(claimed.after(new Reply.Uncertain("[EOF]"), hold, NOW));
        return id;
    }

    private DeliveryId deferred(Reply reply) {
        var claimed = Delivery.claimed(anAlertDelivery(), "me", NOW);
        open(claimed);
        settle(claimed.after(reply, POLICY, NOW));
        return claimed.id();
    }

    static Stream<Delivery> claimed() {
        return Stream.of(Delivery.claimed(anAlertDelivery(), "me", NOW), Delivery.claimed(aConfirmation(), "me", NOW));
    }

    static Stream<Delivery> due() {
        return Stream.of(anAlertDelivery(), aConfirmation(), aNotice(), aTest()).map(id -> Delivery.due(id, NOW));
    }

    private static DeliveryId aNotice() {
        return new DeliveryId.OfNotice(
                Notice.FAILED, AlertId.ofPost(UUID.randomUUID()), new EmailAddress("team@example.org"));
    }

    private static DeliveryId aTest() {
        var to = new EmailAddress("ada@example.org");
        return new DeliveryId.OfTest(new TestMail(AlertId.ofPost(UUID.randomUUID()), to, "Ada", NOW));
    }

    private static DeliveryId.OfAlert anAlertDelivery() {
        return new DeliveryId.OfAlert(AlertId.ofPost(UUID.randomUUID()), new SubscriberId(UUID.randomUUID()));
    }

    private static DeliveryId aConfirmation() {
        return new DeliveryId.OfConfirmation(new SubscriberId(UUID.randomUUID()), NOW);
    }

    private void open(Delivery delivery) {
        assertThat(get(ledger().open(delivery))).isTrue();
    }

    private void settle(Delivery settled) {
        assertThat(get(ledger().settle(settled, "me"))).isTrue();
    }

    @CanIgnoreReturnValue
    private List<DeliveryId> renew(Delivery claimed, String owner) {
        return get(ledger().renew(List.of(claimed.id()), owner, NOW.plusSeconds(30))
                .collectList());
    }

    private static List<DeliveryId> ids(Flux<Delivery> deliveries) {
        return get(deliveries.map(Delivery::id).collectList());
    }

    private static <T> T get(Mono<T> mono) {
        return mono.blockOptional(TIMEOUT).orElseThrow();
    }
}
