package org.vedette.feed.projection.store;

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
import org.vedette.feed.blog.Language;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.projection.ProjectionVersions;
import org.vedette.feed.projection.ProjectionVersionsContract;
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
    protected ProjectionVersions versions() {
        return new MongoProjectionVersions(
                CLIENT.getDatabase(Infrastructure.freshDatabase("versions")),
                new UnreadableEntries(),
                Language.ENGLISH);
    }

    @Test
    void whatElseIsInTheDatabaseIsNoVersion() {
        var database = CLIENT.getDatabase(Infrastructure.freshDatabase("versions"));
        for (var name : new String[] {"entries_3", "entries_old", "entriesbackup", "projection"}) {
            Mono.from(database.getCollection(name).insertOne(new Document())).block();
        }

        var stored = new MongoProjectionVersions(database, new UnreadableEntries(), Language.ENGLISH)
                .stored()
                .collectList()
                .block();

        assertThat(stored).containsExactly("entries_3");
    }

    @Test
    void aStoreOutOfReachSaysSo() {
        try (var nowhere = client("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
            var versions = new MongoProjectionVersions(
                    nowhere.getDatabase("nowhere"), new UnreadableEntries(), Language.ENGLISH);

            StepVerifier.create(versions.registry())
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
