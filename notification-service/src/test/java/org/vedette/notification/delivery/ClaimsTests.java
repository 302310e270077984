package org.vedette.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.vedette.notification.MutableClock;
import org.vedette.notification.controls.TestControls;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Mono;

@ExtendWith(OutputCaptureExtension.class)
class ClaimsTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration UNTIL_RESERVE = Duration.ofSeconds(40);

    private final MutableClock clock = new MutableClock();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final Claims claims =
            new Claims(ledger, "me", new Lease(LEASE, Duration.ofSeconds(20)), TestControls.none(), clock);
    private final Claims others =
            new Claims(ledger, "other", new Lease(LEASE, Duration.ofSeconds(20)), TestControls.none(), clock);

    @Test
    void aNewClaimAllowsSendingUntilTheReserveOfItsLease() {
        var claimed = claim();

        clock.advance(UNTIL_RESERVE.minusMillis(1));
        assertThat(claims.allowsSending(claimed)).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(claims.allowsSending(claimed)).isFalse();
    }

    @Test
    void aRenewedClaimAllowsSendingAgain() {
        var claimed = claim();
        clock.advance(UNTIL_RESERVE);

        claims.renew().block(TIMEOUT);

        assertThat(claims.allowsSending(claimed)).isTrue();
    }

    @Test
    void aClaimThatCannotBeRenewedForbidsSendingBeforeAnotherProcessMayTakeItOver() {
        var claimed = claim();
        ledger.beforeRenewals(ClaimsTests::failAsUnavailable);
        clock.advance(UNTIL_RESERVE);

        assertThatIllegalStateException().isThrownBy(() -> claims.renew().block(TIMEOUT));

        assertThat(claims.allowsSending(claimed)).isFalse();
        assertThat(claimableBy(others)).isEmpty();
    }

    @Test
    void aClaimThatAnotherProcessTookOverForbidsSending() {
        var claimed = claim();
        clock.advance(LEASE.plusMillis(1));
        assertThat(others.resume(claimed).block(TIMEOUT)).isNotNull();

        claims.renew().block(TIMEOUT);

        assertThat(claims.allowsSending(claimed)).isFalse();
    }

    @Test
    void aReleasedClaimForbidsSending() {
        var claimed = claim();

        claims.release(claimed);

        assertThat(claims.allowsSending(claimed)).isFalse();
    }

    @Test
    void noLeaseCountsAsEndedUntilTheStoreHasBeenAvailableForTheLengthOfOne() {
        var claimed = claim();
        ledger.beforeReads(ClaimsTests::failAsUnavailable);
        clock.advance(LEASE.multipliedBy(2));
        assertThatIllegalStateException().isThrownBy(() -> claimableBy(others));
        ledger.beforeReads(() -> {});

        clock.advance(LEASE.minusMillis(1));
        assertThat(claimableBy(others)).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(claimableBy(others)).containsExactly(claimed.id());
    }

    @Test
    void aProcessThatStartsAfterAnOutageTakesNoLeaseForEnded() {
        var claimed = claim();
        clock.advance(LEASE.multipliedBy(2));

        var started =
                new Claims(ledger, "started", new Lease(LEASE, Duration.ofSeconds(20)), TestControls.none(), clock);

        assertThat(claimableBy(started)).isEmpty();
        clock.advance(LEASE);
        assertThat(claimableBy(started)).containsExactly(claimed.id());
    }

    @Test
    void anOutageThatOnlyARenewalMeetsKeepsLeasesFromCountingAsEndedToo() {
        var claimed = claim();
        var ours = others.begin(new DeliveryId.OfConfirmation(new SubscriberId(UUID.randomUUID()), clock.instant()))
                .blockOptional(TIMEOUT)
                .orElseThrow();
        clock.advance(LEASE.plusMillis(1));
        ledger.beforeRenewals(ClaimsTests::failAsUnavailable);
        assertThatIllegalStateException().isThrownBy(() -> others.renew().block(TIMEOUT));
        others.release(ours);

        assertThat(claimableBy(others)).isEmpty();
        clock.advance(LEASE);
        assertThat(claimableBy(others)).contains(claimed.id());
    }

    @Test
    void aResultThatCannotBeStoredIsLogged(CapturedOutput output) {
        var claimed = claim();
        ledger.failingSettlements.set(2);

        claims.settle(claimed.cancelled("test", clock.instant()), Mono.empty()).block(TIMEOUT);

        assertThat(output)
                .containsOnlyOnce(
                        "Could not store the result of delivery " + claimed.id().value())
                .contains("the store is unavailable");
    }

    @Test
    void aResultAfterAnotherProcessTookOverIsLoggedAsAPossibleDouble(CapturedOutput output) {
        var ours = claim();
        var taken = claim();
        clock.advance(LEASE.plusMillis(1));
        assertThat(others.resume(taken).block(TIMEOUT)).isNotNull();

        claims.settle(ours.cancelled("test", clock.instant()), Mono.empty()).block(TIMEOUT);
        claims.settle(taken.cancelled("test", clock.instant()), Mono.empty()).block(TIMEOUT);

        assertThat(output)
                .contains("Delivery " + taken.id().value() + " was claimed by another process meanwhile")
                .doesNotContain("Delivery " + ours.id().value());
    }

    private static void failAsUnavailable() {
        throw new IllegalStateException("the store is unavailable");
    }

    private Delivery claim() {
        var id = new DeliveryId.OfConfirmation(new SubscriberId(UUID.randomUUID()), clock.instant());
        return claims.begin(id).blockOptional(TIMEOUT).orElseThrow();
    }

    private static List<DeliveryId> claimableBy(Claims process) {
        return process.claimable(10, true)
                .map(Delivery::id)
                .collectList()
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }
}
