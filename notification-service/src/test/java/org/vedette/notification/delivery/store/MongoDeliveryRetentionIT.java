package org.vedette.notification.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.vedette.notification.MutableClock;
import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.DeliveryCounts;
import org.vedette.notification.digests.InMemoryDigestRuns;
import org.vedette.notification.retention.RetentionService;
import org.vedette.notification.retention.SubscriberRetention;
import org.vedette.testsupport.infrastructure.Infrastructure;
import org.vedette.testsupport.infrastructure.WithInfrastructure;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@WithInfrastructure
class MongoDeliveryRetentionIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final String database = Infrastructure.freshDatabase("retention");
    private final MutableClock clock = new MutableClock();
    private final MongoDeliveryRetention deliveries =
            new MongoDeliveryRetention(TestStore.client(), TestProperties.withDatabase(database));
    private final MongoDeliveryCounter counter =
            new MongoDeliveryCounter(TestStore.client(), TestProperties.withDatabase(database));
    private final AtomicBoolean hasTurn = new AtomicBoolean(true);
    private final RetentionService retention = new RetentionService(
            (now, until) -> Mono.fromSupplier(hasTurn::get),
            deliveries,
            new NoSubscribers(),
            counter,
            new InMemoryDigestRuns(),
            new RetentionService.Periods(
                    Duration.ofDays(400), Duration.ofDays(90), Duration.ofDays(1095), Duration.ofHours(1)),
            clock);

    @Test
    void theNumbersOfAnOldAlertStayWhenItsRowsAreRemoved() {
        var old = AlertId.ofPost(UUID.randomUUID());
        var young = AlertId.ofPost(UUID.randomUUID());
        var open = AlertId.ofPost(UUID.randomUUID());
        insert(old, DeliveryDocuments.SENT, 1_200, 401);
        insert(old, DeliveryDocuments.BOUNCED, 3, 401);
        insert(young, DeliveryDocuments.SENT, 5, 399);
        insert(open, DeliveryDocuments.SENT, 5, 401);
        insert(open, DeliveryDocuments.DEFERRED, 1, 401);
        var before = counts(old);

        retention.run();
        retention.run();

        assertThat(counts(old))
                .isEqualTo(before)
                .extracting(DeliveryCounts::total)
                .isEqualTo(1_203L);
        assertThat(rows(old)).isZero();
        assertThat(rows(young)).isEqualTo(5);
        assertThat(rows(open)).isEqualTo(6);
    }

    @Test
    void anAlertOfWhichMailsWereSentAgainLaterIsKept() {
        var alert = AlertId.ofPost(UUID.randomUUID());
        insert(alert, DeliveryDocuments.SENT, 5, 401);
        insert(alert, DeliveryDocuments.SENT, 1, 3);

        retention.run();

        assertThat(rows(alert)).isEqualTo(6);
    }

    @Test
    void aCrashBetweenTheNumbersAndTheRowsCountsNothingTwice() {
        var alert = AlertId.ofPost(UUID.randomUUID());
        insert(alert, DeliveryDocuments.SENT, 5, 401);
        deliveries.freeze(alert, counts(alert)).block(TIMEOUT);
        assertThat(deliveries.remove(alert, 2).block(TIMEOUT)).isEqualTo(2);
        assertThat(counts(alert).sent()).isEqualTo(5);

        retention.run();

        assertThat(rows(alert)).isZero();
        assertThat(counts(alert).sent()).isEqualTo(5);
    }

    @Test
    void aProcessWithoutTheTurnRemovesNothing() {
        var alert = AlertId.ofPost(UUID.randomUUID());
        insert(alert, DeliveryDocuments.SENT, 5, 401);
        hasTurn.set(false);

        retention.run();

        assertThat(rows(alert)).isEqualTo(5);
        assertThat(deliveries.next(clock.instant(), Set.of()).block(TIMEOUT)).isEqualTo(alert);
    }

    private DeliveryCounts counts(AlertId alert) {
        return counter.count(List.of(alert))
                .blockOptional(TIMEOUT)
                .orElseThrow()
                .getOrDefault(alert, DeliveryCounts.NONE);
    }

    private long rows(AlertId alert) {
        return Flux.from(TestStore.client()
                        .getDatabase(database)
                        .getCollection(MongoLedger.COLLECTION)
                        .find(new Document(DeliveryDocuments.ALERT, alert.value())))
                .count()
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private void insert(AlertId alert, String state, int count, int days) {
        var openedAt = Date.from(clock.instant().minus(Duration.ofDays(days)));
        var rows = Stream.generate(UUID::randomUUID)
                .limit(count)
                .map(subscriber -> new Document(DeliveryDocuments.ID, alert + "." + subscriber)
                        .append(DeliveryDocuments.ALERT, alert.value())
                        .append(DeliveryDocuments.SUBSCRIBER, subscriber)
                        .append(DeliveryDocuments.STATE, state)
                        .append(DeliveryDocuments.AT, openedAt)
                        .append(DeliveryDocuments.OPENED_AT, openedAt)
                        .append(DeliveryDocuments.ATTEMPTS, 1)
                        .append(DeliveryDocuments.POSSIBLE_DOUBLES, 0))
                .toList();
        Mono.from(TestStore.client()
                        .getDatabase(database)
                        .getCollection(MongoLedger.COLLECTION)
                        .insertMany(rows))
                .block(TIMEOUT);
    }

    private static final class NoSubscribers implements SubscriberRetention {

        @Override
        public Mono<Long> forgetClients(Instant givenBefore, int limit) {
            return Mono.just(0L);
        }

        @Override
        public Mono<Long> forgetConsents(Instant leftBefore, int limit) {
            return Mono.just(0L);
        }
    }
}
