package org.vedette.notification.retention.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.retention.RetentionTurn;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Mono;

/** {@link RetentionTurn} as the one document of the collection {@code retention}. */
@Component
class MongoRetentionTurn implements RetentionTurn {

    private static final String ID = "_id";
    private static final String TURN = "turn";
    private static final String UNTIL = "until";

    private final MongoCollection<Document> collection;

    MongoRetentionTurn(MongoClient client, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection("retention");
    }

    /** While another process has it, the insertion meets its document. */
    @Override
    public Mono<Boolean> take(Instant now, Instant until) {
        var over = and(eq(ID, TURN), lte(UNTIL, Date.from(now)));
        return Mono.from(collection.updateOne(over, set(UNTIL, Date.from(until)), new UpdateOptions().upsert(true)))
                .thenReturn(true)
                .onErrorResume(MongoFailures::isDuplicateKey, taken -> Mono.just(false));
    }
}
