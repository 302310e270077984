package org.vedette.notification.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.delivery.Delivery;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.DeliveryState;
import org.vedette.notification.delivery.DeliveryState.Bounced;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Mono;

/** What every implementation of {@link SentMails} must do. */
public abstract class SentMailsContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    protected abstract SentMails mails();

    protected abstract void insert(Delivery delivery);

    @Test
    void aMailIsFoundByItsIdentityAndByItsSubscriber() {
        var sent = inserted(new DeliveryState.Sent(NOW, "250 ok"));
        var expected = new SentMail(sent, SentMail.State.HANDED_OVER, NOW, NOW, null, false);

        assertThat(get(mails().with(sent.value()))).isEqualTo(expected);
        assertThat(get(mails().to(sent.subscriber()).collectList())).containsExactly(expected);
        assertThat(mails().with("nothing").blockOptional(TIMEOUT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Bounced.Kind.class)
    void aMailThatWasHandedOverBouncesOnce(Bounced.Kind kind) {
        var mail =
                get(mails().with(inserted(new DeliveryState.Sent(NOW, "250 ok")).value()));
        var later = NOW.plusSeconds(60);

        assertThat(get(mails().bounce(mail, new Bounced(later, "550 no", kind), "a report")))
                .isTrue();
        assertThat(get(mails().bounce(mail, new Bounced(later, "550 no", kind), "a report")))
                .isFalse();

        assertThat(get(mails().with(mail.id().value())))
                .isEqualTo(
                        new SentMail(mail.id(), SentMail.State.BOUNCED, NOW, later, kind, false, Set.of("a report")));
    }

    @ParameterizedTest
    @MethodSource("notHandedOver")
    void aMailThatNoServerHasTakenDoesNotBounce(DeliveryState state) {
        var mail = get(mails().with(inserted(state).value()));

        assertThat(get(mails().bounce(mail, new Bounced(NOW, "550 no", Bounced.Kind.SOFT), null)))
                .isFalse();
    }

    static Stream<DeliveryState> notHandedOver() {
        return Stream.of(
                new DeliveryState.Claimed("me", NOW),
                new DeliveryState.Deferred(NOW, "451 later"),
                new DeliveryState.Suppressed(NOW, "left"),
                new DeliveryState.Abandoned(NOW, "451 later"),
                new Bounced(NOW, "550 no"));
    }

    @Test
    void aMailThatMayBeOutBounces() {
        for (var state : new DeliveryState[] {
            new DeliveryState.Uncertain(NOW, "no reply"), new DeliveryState.Repeated(NOW, "no reply")
        }) {
            var mail = get(mails().with(inserted(state).value()));

            assertThat(get(mails().bounce(mail, new Bounced(NOW, "550 no"), null)))
                    .isTrue();
        }
    }

    @Test
    void aComplaintIsKeptOnceAndLeavesTheStateAsItIs() {
        var mail =
                get(mails().with(inserted(new DeliveryState.Sent(NOW, "250 ok")).value()));

        assertThat(get(mails().complain(mail, "complaint: abuse", NOW))).isTrue();
        assertThat(get(mails().complain(mail, "complaint: fraud", NOW))).isFalse();

        assertThat(get(mails().with(mail.id().value())))
                .isEqualTo(new SentMail(mail.id(), SentMail.State.HANDED_OVER, NOW, NOW, null, true));
    }

    private DeliveryId inserted(DeliveryState state) {
        var id = new DeliveryId.OfAlert(AlertId.ofPost(UUID.randomUUID()), new SubscriberId(UUID.randomUUID()));
        insert(new Delivery(id, state, 1, NOW));
        return id;
    }

    private static <T> T get(Mono<T> result) {
        return result.blockOptional(TIMEOUT).orElseThrow();
    }
}
