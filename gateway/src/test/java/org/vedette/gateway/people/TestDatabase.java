package org.vedette.gateway.people;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.bson.UuidRepresentation;
import org.vedette.starter.mongo.CollectionIndexes;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Flux;

/** A database of its own for the adapters of this JVM's tests. */
public final class TestDatabase {

    private static final MongoDatabase DATABASE = MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(Infrastructure.mongodb()))
                    .uuidRepresentation(UuidRepresentation.STANDARD)
                    .build())
            .getDatabase(Infrastructure.freshDatabase("gateway"));

    private TestDatabase() {}

    public static MongoDatabase database() {
        return DATABASE;
    }

    public static void create(CollectionIndexes indexes) {
        Flux.from(indexes.collection().createIndexes(indexes.indexes())).blockLast(Duration.ofSeconds(20));
    }
}
