package org.vedette.feed.entries.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import org.vedette.feed.FeedServiceProperties;
import reactor.core.publisher.Mono;

/** Asks the store with a command that MongoDB and the embedded store both know. */
@Component
class StoreHealthIndicator implements ReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MongoDatabase database;

    StoreHealthIndicator(MongoClient client, FeedServiceProperties settings) {
        this.database = client.getDatabase(settings.database());
    }

    @Override
    public Mono<Health> health() {
        return Mono.from(database.runCommand(new Document("ping", 1)))
                .timeout(PATIENCE)
                .map(pong -> Health.up().build())
                .onErrorResume(failure -> Mono.just(Health.down(failure).build()));
    }
}
