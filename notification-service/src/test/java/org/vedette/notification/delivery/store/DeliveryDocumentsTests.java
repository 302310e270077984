package org.vedette.notification.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.selfservice.RequestedMail;
import org.vedette.notification.subscribers.SubscriberId;

class DeliveryDocumentsTests {

    private static final Instant THEN = Instant.parse("2026-11-20T10:00:00.123Z");
    private static final SubscriberId ADA = new SubscriberId(UUID.fromString("0192f0c1-0000-7000-8000-000000000001"));

    @ParameterizedTest
    @MethodSource("ofEveryKind")
    void aDeliveryOfEveryKindComesBackAsItself(DeliveryId id) {
        assertThat(DeliveryDocuments.id(DeliveryDocuments.identity(id))).isEqualTo(id);
    }

    static Stream<DeliveryId> ofEveryKind() {
        var others = Stream.of(
                new DeliveryId.OfAlert(AlertId.ofPost(new UUID(1, 2)), ADA),
                new DeliveryId.OfDigest(AlertId.ofDigest("daily-07-site-20261130t0700"), ADA),
                new DeliveryId.OfConfirmation(ADA, THEN));
        return Stream.concat(
                others, Arrays.stream(RequestedMail.values()).map(mail -> new DeliveryId.OfRequest(mail, ADA, THEN)));
    }
}
