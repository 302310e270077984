package org.vedette.feed.versions.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.versions.ProjectionVersions;
import org.vedette.feed.versions.ProjectionVersionsContract;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class MongoProjectionVersionsIT extends ProjectionVersionsContract {

    private static final MongoClient CLIENT = client(Infrastructure.mongodb());

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    protected ProjectionVersions editions() {
        return new MongoProjectionVersions(
                CLIENT.getDatabase(Infrastructure.freshDatabase("editions")), new UnreadableEntries());
    }

    @Test
    void whatElseIsInTheDatabaseIsNoEdition() {
        var database = CLIENT.getDatabase(Infrastructure.freshDatabase("editions"));
        for (var name : new String[] {"entries_3", "entries_old", "entriesbackup", "projection"}) {
            Mono.from(database.getCollection(name).insertOne(new Document())).block();
        }

        var stored = new MongoProjectionVersions(database, new UnreadableEntries())
                .stored()
                .collectList()
                .block();

        assertThat(stored).containsExactly("entries_3");
    }

    @Test
    void aStoreOutOfReachSaysSo() {
        try (var nowhere = client("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
            var editions = new MongoProjectionVersions(nowhere.getDatabase("nowhere"), new UnreadableEntries());

            StepVerifier.create(editions.catalogue())
                    .expectError(EntriesUnavailableException.class)
                    .verify(Duration.ofSeconds(10));
        }
    }

    private static MongoClient client(String address) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(address))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }
}
