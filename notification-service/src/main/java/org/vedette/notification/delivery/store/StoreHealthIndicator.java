package org.vedette.notification.delivery.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import reactor.core.publisher.Mono;

/** Whether the store answers and has its indexes; without it this service can do nothing. */
@Component
class StoreHealthIndicator implements ReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MongoDatabase database;
    private final StoreIndexes indexes;

    StoreHealthIndicator(MongoClient client, NotificationServiceProperties properties, StoreIndexes indexes) {
        this.database = client.getDatabase(properties.database());
        this.indexes = indexes;
    }

    @Override
    public Mono<Health> health() {
        return Mono.from(database.runCommand(new Document("ping", 1)))
                .timeout(PATIENCE)
                .map(pong -> indexes.exist()
                        ? Health.up().build()
                        : Health.down()
                                .withDetail("reason", "the indexes are not made yet")
                                .build())
                .onErrorResume(away -> Mono.just(Health.down(away).build()));
    }
}
