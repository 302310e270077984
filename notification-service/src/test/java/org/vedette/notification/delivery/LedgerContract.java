package org.vedette.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every implementation of {@link Ledger} must do. */
public abstract class LedgerContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(2));
    private static final int ALL = 10_000;

    protected abstract Ledger ledger();

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

        assertThat(get(ledger().due(NOW, ALL).collectList())).contains(due);
    }

    @Test
    void aDeferredRowIsDueWhenItsTimeHasCome() {
        var claimed = Delivery.claimed(anAlertDelivery(), "me", NOW);
        open(claimed);
        settle(claimed.after(new Reply.TryLater("451 later"), POLICY, NOW));

        assertThat(ids(ledger().due(NOW.plusSeconds(4), ALL))).doesNotContain(claimed.id());
        assertThat(ids(ledger().due(NOW.plusSeconds(5), ALL))).contains(claimed.id());
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

        assertThat(ids(ledger().expired(NOW, ALL))).doesNotContain(claimed.id());
        assertThat(ids(ledger().expired(NOW.plusMillis(1), ALL))).contains(claimed.id());
    }

    @Test
    void aClaimThatIsRenewedDoesNotExpire() {
        var claimed = Delivery.claimed(anAlertDelivery(), "me", NOW);
        open(claimed);

        renew(claimed, "me");

        assertThat(ids(ledger().expired(NOW.plusSeconds(1), ALL))).doesNotContain(claimed.id());
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

        assertThat(ids(ledger().expired(NOW.plusSeconds(1), ALL))).contains(claimed.id());
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

        var open = ledger().due(NOW.plusSeconds(9_999), ALL).concatWith(ledger().expired(NOW.plusSeconds(9_999), ALL));

        assertThat(ids(open)).doesNotContain(claimed.id());
    }

    static Stream<Delivery> claimed() {
        return Stream.of(Delivery.claimed(anAlertDelivery(), "me", NOW), Delivery.claimed(aConfirmation(), "me", NOW));
    }

    static Stream<Delivery> due() {
        return Stream.of(Delivery.due(anAlertDelivery(), NOW), Delivery.due(aConfirmation(), NOW));
    }

    private static DeliveryId anAlertDelivery() {
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
