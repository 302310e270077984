package org.vedette.feed.editions.store;

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
import org.vedette.feed.editions.Editions;
import org.vedette.feed.editions.EditionsContract;
import org.vedette.feed.entries.EntriesUnavailable;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class MongoEditionsIT extends EditionsContract {

    private static final MongoClient CLIENT = client(Infrastructure.mongodb());

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    protected Editions editions() {
        return new MongoEditions(CLIENT.getDatabase(Infrastructure.freshDatabase("editions")), new UnreadableEntries());
    }

    @Test
    void whatElseIsInTheDatabaseIsNoEdition() {
        var database = CLIENT.getDatabase(Infrastructure.freshDatabase("editions"));
        for (var name : new String[] {"entries_3", "entries_old", "entriesbackup", "projection"}) {
            Mono.from(database.getCollection(name).insertOne(new Document())).block();
        }

        var stored = new MongoEditions(database, new UnreadableEntries())
                .stored()
                .collectList()
                .block();

        assertThat(stored).containsExactly("entries_3");
    }

    @Test
    void aStoreOutOfReachSaysSo() {
        try (var nowhere = client("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
            var editions = new MongoEditions(nowhere.getDatabase("nowhere"), new UnreadableEntries());

            StepVerifier.create(editions.catalogue())
                    .expectError(EntriesUnavailable.class)
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
