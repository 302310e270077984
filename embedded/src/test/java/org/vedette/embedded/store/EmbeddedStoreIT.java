package org.vedette.embedded.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vedette.embedded.store.StoreClient.everything;
import static org.vedette.embedded.store.StoreClient.found;
import static org.vedette.embedded.store.StoreClient.one;
import static org.vedette.embedded.store.StoreClient.run;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.embedded.EmbeddedStartException;

class EmbeddedStoreIT {

    @TempDir
    private Path directory;

    @Test
    void whatWasWrittenIsThereAfterReopening() {
        var post =
                new Document("_id", UUID.randomUUID()).append("title", "Kits").append("tags", List.of("a"));
        try (var store = open();
                var client = new StoreClient(store.connectionString())) {
            run(client.collection("posts").insertOne(post));
        }

        try (var store = open();
                var client = new StoreClient(store.connectionString())) {
            assertThat(everything(client.collection("posts"))).containsExactly(post);
        }
    }

    @Test
    void indexesFindAndRefuseAfterReopening() {
        try (var store = open();
                var client = new StoreClient(store.connectionString())) {
            var posts = client.collection("posts");
            run(posts.createIndex(Indexes.ascending("slugs"), new IndexOptions().unique(true)));
            run(posts.createIndex(Indexes.ascending("state")));
            run(posts.insertOne(
                    new Document("_id", 1).append("slugs", List.of("a", "b")).append("state", "draft")));
        }

        try (var store = open();
                var client = new StoreClient(store.connectionString())) {
            var posts = client.collection("posts");

            assertThat(found(posts, and(eq("state", "draft"), eq("slugs", "b"))))
                    .hasSize(1);
            assertThatThrownBy(() -> run(posts.insertOne(new Document("_id", 2).append("slugs", List.of("b")))))
                    .isInstanceOfSatisfying(
                            MongoWriteException.class,
                            e -> assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
        }
    }

    @Test
    void aGuardedUpdateActsOnlyWhenTheGuardHolds() {
        try (var store = EmbeddedStore.inMemory();
                var client = new StoreClient(store.connectionString())) {
            var posts = client.collection("posts");
            run(posts.insertOne(new Document("_id", 1).append("revision", 3)));

            run(posts.updateOne(and(eq("_id", 1), lt("revision", 3)), set("title", "late")));
            var updated = one(posts.findOneAndUpdate(
                    and(eq("_id", 1), lt("revision", 4)),
                    combine(set("revision", 4), push("outbox", "event")),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));

            assertThat(updated)
                    .isEqualTo(new Document("_id", 1).append("revision", 4).append("outbox", List.of("event")));
        }
    }

    @Test
    void anUpsertWhoseGuardFailsIsADuplicateKey() {
        try (var store = EmbeddedStore.inMemory();
                var client = new StoreClient(store.connectionString())) {
            var entries = client.collection("entries");
            run(entries.insertOne(new Document("_id", 1).append("revision", 3)));

            assertThatThrownBy(() -> run(entries.updateOne(
                            and(eq("_id", 1), lt("revision", 3)),
                            set("revision", 3),
                            new UpdateOptions().upsert(true))))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000");
        }
    }

    @Test
    void aDocumentWithAnEmptyArrayUnderAUniqueIndexCanChangeAndGo() {
        try (var store = EmbeddedStore.inMemory();
                var client = new StoreClient(store.connectionString())) {
            var posts = client.collection("posts");
            run(posts.createIndex(Indexes.ascending("slugs"), new IndexOptions().unique(true)));
            run(posts.insertOne(new Document("_id", 1).append("slugs", List.of())));

            run(posts.updateOne(eq("_id", 1), set("slugs", List.of("a"))));
            run(posts.updateOne(eq("slugs", "a"), set("slugs", List.of())));
            run(posts.deleteOne(eq("_id", 1)));

            assertThat(everything(posts)).isEmpty();
        }
    }

    @Test
    void aDroppedCollectionLeavesNothingBehind() {
        try (var store = open();
                var client = new StoreClient(store.connectionString())) {
            var posts = client.collection("posts");
            run(posts.createIndex(Indexes.ascending("slug"), new IndexOptions().unique(true)));
            run(posts.insertOne(new Document("_id", 1).append("slug", "a")));

            run(posts.drop());
            run(posts.createIndex(Indexes.ascending("slug"), new IndexOptions().unique(true)));
            run(posts.insertOne(new Document("_id", 2).append("slug", "a")));

            assertThat(everything(posts)).hasSize(1);
        }
    }

    @Test
    void droppingADatabaseLeavesTheOneWhoseNameBeginsAlike() {
        try (var store = open();
                var client = new StoreClient(store.connectionString())) {
            run(client.collection("vedette", "posts").insertOne(new Document("_id", 1)));
            run(client.collection("vedette_posts", "posts").insertOne(new Document("_id", 2)));

            run(client.driver().getDatabase("vedette").drop());

            assertThat(everything(client.collection("vedette_posts", "posts"))).hasSize(1);
        }
    }

    @Test
    void aRenamedCollectionKeepsItsIndexes() {
        try (var store = open();
                var client = new StoreClient(store.connectionString())) {
            var posts = client.collection("posts");
            run(posts.createIndex(Indexes.ascending("state")));
            run(posts.insertOne(new Document("_id", 1).append("state", "draft")));
            run(posts.renameCollection(new com.mongodb.MongoNamespace("vedette", "archive")));
        }

        try (var store = open();
                var client = new StoreClient(store.connectionString())) {
            assertThat(found(client.collection("archive"), eq("state", "draft")))
                    .hasSize(1);
        }
    }

    @Test
    void aFileInUseIsReportedInOneLine() {
        try (var first = open()) {
            assertThat(first.port()).isPositive();

            assertThatThrownBy(this::open)
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("store.db is in use: stop the other instance");
        }
    }

    @Test
    void aPortInUseIsReportedInOneLineAndLeavesTheFileFree() {
        try (var first = EmbeddedStore.inMemory()) {
            assertThatThrownBy(() -> EmbeddedStore.open(file(), first.port()))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining(":" + first.port() + " is in use")
                    .hasMessageNotContaining("\n");
        }

        try (var second = open()) {
            assertThat(second.port()).isPositive();
        }
    }

    @Test
    void aDirectoryThatIsAFileIsReportedInOneLine() throws Exception {
        var occupied = Files.createFile(directory.resolve("occupied"));

        assertThatThrownBy(() -> EmbeddedStore.open(occupied.resolve("store.db"), 0))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("cannot be opened: check that the directory exists");
    }

    private EmbeddedStore open() {
        return EmbeddedStore.open(file(), 0);
    }

    private Path file() {
        return directory.resolve("store.db");
    }
}
