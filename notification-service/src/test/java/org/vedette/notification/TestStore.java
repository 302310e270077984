package org.vedette.notification;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import org.bson.UuidRepresentation;
import org.vedette.testsupport.infrastructure.Infrastructure;

/** The store of the test JVM, for adapters that are tested without Spring. */
public final class TestStore {

    private static final MongoClient CLIENT = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(Infrastructure.mongodb()))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());

    private TestStore() {}

    public static MongoClient client() {
        return CLIENT;
    }
}
