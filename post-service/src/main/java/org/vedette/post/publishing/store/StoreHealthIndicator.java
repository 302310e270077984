package org.vedette.post.publishing.store;

import com.mongodb.reactivestreams.client.MongoClient;
import java.time.Duration;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import org.vedette.post.PostServiceProperties;
import reactor.core.publisher.Mono;

/** Up while MongoDB answers a ping and the indexes exist. */
@Component
final class StoreHealthIndicator extends AbstractReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MongoClient client;
    private final String database;
    private final PostIndexes indexes;

    StoreHealthIndicator(MongoClient client, PostServiceProperties properties, PostIndexes indexes) {
        super("MongoDB does not answer");
        this.client = client;
        this.database = properties.database();
        this.indexes = indexes;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder health) {
        return Mono.from(client.getDatabase(database).runCommand(new Document("ping", 1)))
                .timeout(PATIENCE)
                .map(pong -> indexes.exist()
                        ? health.up().build()
                        : health.down()
                                .withDetail("reason", "the indexes are not made yet")
                                .build());
    }
}
