package org.vedette.starter.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import java.time.Duration;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/**
 * Health of the store: it answers, and has its indexes. Spring Boot's own indicator sends {@code hello}, which the embedded
 * store does not know.
 */
final class StoreHealthIndicator implements ReactiveHealthIndicator {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final MongoClient client;
    private final IndexCreator indexes;

    StoreHealthIndicator(MongoClient client, IndexCreator indexes) {
        this.client = client;
        this.indexes = indexes;
    }

    @Override
    public Mono<Health> health() {
        return Mono.from(client.getDatabase("admin").runCommand(new Document("ping", 1)))
                .timeout(TIMEOUT)
                .map(pong -> indexes.isComplete()
                        ? Health.up().build()
                        : Health.down()
                                .withDetail("reason", "the indexes are not created yet")
                                .build())
                .onErrorResume(failure -> Mono.just(Health.down(failure).build()));
    }
}
