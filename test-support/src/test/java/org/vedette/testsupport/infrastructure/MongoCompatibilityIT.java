package org.vedette.testsupport.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The part of MongoDB that the services rely on, on whatever store this build has. */
@ExtendWith(InfrastructureExtension.class)
class MongoCompatibilityIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static MongoClient client;
    private MongoCollection<Document> posts;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(Infrastructure.mongodb());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @BeforeEach
    void emptyCollection() {
        posts = client.getDatabase(Infrastructure.freshDatabase("compatibility"))
                .getCollection("posts");
    }

    @Test
    void aUniqueIndexRefusesTheSecondOfTwo() {
        await(posts.createIndex(Indexes.ascending("slug"), new IndexOptions().unique(true)));
        await(posts.insertOne(new Document("_id", 1).append("slug", "one")));

        assertDuplicate(posts.insertOne(new Document("_id", 2).append("slug", "one")));
    }

    @Test
    void aUniqueIndexOnAnArrayHoldsAcrossDocuments() {
        await(posts.createIndex(Indexes.ascending("slugs"), new IndexOptions().unique(true)));
        await(posts.insertOne(new Document("_id", 1).append("slugs", List.of("now", "former"))));
        await(posts.insertOne(new Document("_id", 2).append("slugs", List.of("other"))));

        assertDuplicate(posts.updateOne(Filters.eq("_id", 2), Updates.set("slugs", List.of("other", "former"))));
    }

    @Test
    void aSlugGivenUpIsFreeAgain() {
        await(posts.createIndex(Indexes.ascending("slugs"), new IndexOptions().unique(true)));
        await(posts.insertOne(new Document("_id", 1).append("slugs", List.of("draft"))));
        await(posts.updateOne(Filters.eq("_id", 1), Updates.set("slugs", List.of("final"))));

        await(posts.insertOne(new Document("_id", 2).append("slugs", List.of("draft"))));

        assertThat(count(Filters.eq("slugs", "draft"))).isEqualTo(1);
    }

    @Test
    void maxRaisesANestedNumberAndNeverLowersIt() {
        var upsert = new UpdateOptions().upsert(true);
        await(posts.updateOne(Filters.eq("_id", "a"), Updates.max("next.3", 5L), upsert));
        await(posts.updateOne(Filters.eq("_id", "b"), Updates.setOnInsert("next", new Document()), upsert));

        var both = Filters.in("_id", "a", "b", "c");
        await(posts.updateMany(both, Updates.combine(Updates.max("next.3", 4L), Updates.max("next.0", 1L))));

        assertThat(await(posts.find(Filters.eq("_id", "a")).first()).get("next", Document.class))
                .isEqualTo(new Document("3", 5L).append("0", 1L));
        assertThat(await(posts.find(Filters.eq("_id", "b")).first()).get("next", Document.class))
                .isEqualTo(new Document("3", 4L).append("0", 1L));
        assertThat(count(Filters.eq("_id", "c"))).isZero();
    }

    @Test
    void aGuardedUpdateMissesWhenTheRevisionMovedOn() {
        await(posts.insertOne(new Document("_id", 1).append("revision", 3L)));

        var result = await(posts.updateOne(
                Filters.and(Filters.eq("_id", 1), Filters.eq("revision", 2L)), Updates.set("revision", 4L)));

        assertThat(result.getMatchedCount()).isZero();
    }

    @Test
    void aGuardedUpsertThatMissesIsADuplicate() {
        await(posts.insertOne(new Document("_id", 1).append("revision", 3L)));

        assertDuplicate(posts.replaceOne(
                Filters.and(Filters.eq("_id", 1), Filters.lt("revision", 2L)),
                new Document("_id", 1).append("revision", 2L),
                new ReplaceOptions().upsert(true)));
    }

    @Test
    void aGuardedUpsertInsertsWhatIsNew() {
        await(posts.replaceOne(
                Filters.and(Filters.eq("_id", 1), Filters.lt("revision", 2L)),
                new Document("_id", 1).append("revision", 2L),
                new ReplaceOptions().upsert(true)));

        assertThat(count(Filters.eq("revision", 2L))).isEqualTo(1);
    }

    @Test
    void oneWriteSetsAFieldAndPushesToAnArray() {
        await(posts.insertOne(new Document("_id", 1).append("outbox", List.of())));

        await(posts.updateOne(
                Filters.eq("_id", 1),
                Updates.combine(
                        Updates.set("status", "published"), Updates.push("outbox", new Document("event", "e1")))));

        assertThat(count(Filters.and(Filters.eq("status", "published"), Filters.eq("outbox.event", "e1"))))
                .isEqualTo(1);
    }

    @Test
    void whatIsPulledIsRemovedAndTheRestStays() {
        await(posts.insertOne(new Document("_id", 1)
                .append("outbox", List.of(new Document("event", "e1"), new Document("event", "e2")))));

        await(posts.updateOne(Filters.eq("_id", 1), Updates.pull("outbox", new Document("event", "e1"))));

        assertThat(await(posts.find(Filters.eq("_id", 1)).first()).getList("outbox", Document.class))
                .containsExactly(new Document("event", "e2"));
    }

    @Test
    void whatLacksAValueInAnArrayIsFoundByAnotherValueInADocumentOfAnArray() {
        await(posts.createIndex(Indexes.ascending("bylines.name")));
        var bylines = List.of(new Document("name", "Ada"), new Document("name", "Bob"));
        await(posts.insertOne(
                new Document("_id", 1).append("bylines", bylines).append("authors", List.of("ada", "bob"))));
        await(posts.insertOne(new Document("_id", 2).append("bylines", bylines).append("authors", List.of("ada"))));
        await(posts.insertOne(new Document("_id", 3).append("bylines", bylines)));
        await(posts.insertOne(new Document("_id", 4).append("bylines", List.of(new Document("name", "Ada")))));

        var found = Flux.from(posts.find(Filters.and(Filters.eq("bylines.name", "Bob"), Filters.ne("authors", "bob"))))
                .map(post -> post.getInteger("_id"))
                .collectList()
                .block(TIMEOUT);

        assertThat(found).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void anUpdateOfManySetsAndUnsetsFieldsOfThoseThatMatch() {
        await(posts.insertOne(new Document("_id", "a").append("slug", "a")));
        await(posts.insertOne(new Document("_id", "b").append("slug", "b").append("mergedInto", "a")));
        await(posts.insertOne(new Document("_id", "c").append("slug", "c").append("mergedInto", "d")));
        var isA = Filters.or(
                Filters.and(Filters.eq("slug", "a"), Filters.exists("mergedInto", false)),
                Filters.eq("mergedInto", "a"));

        await(posts.updateMany(
                Filters.and(isA, Filters.ne("slug", "b")),
                Updates.combine(Updates.set("mergedInto", "b"), Updates.set("republishing", true))));
        await(posts.updateMany(Filters.and(Filters.eq("slug", "b"), isA), Updates.unset("mergedInto")));

        assertThat(await(posts.find(Filters.eq("_id", "a")).first()))
                .isEqualTo(new Document("_id", "a")
                        .append("slug", "a")
                        .append("mergedInto", "b")
                        .append("republishing", true));
        assertThat(await(posts.find(Filters.eq("_id", "b")).first()))
                .isEqualTo(new Document("_id", "b").append("slug", "b"));
        assertThat(count(Filters.eq("mergedInto", "d"))).isEqualTo(1);
    }

    @Test
    void anEmptyArrayCanBeFoundByItsSize() {
        await(posts.insertOne(new Document("_id", 1).append("outbox", List.of())));
        await(posts.insertOne(new Document("_id", 2).append("outbox", List.of("e1"))));

        assertThat(count(Filters.size("outbox", 0))).isEqualTo(1);
    }

    @Test
    void aClaimReturnsTheRowAsItIsAfterwards() {
        await(posts.insertOne(new Document("_id", 1).append("state", "deferred").append("attempts", 1)));

        var claimed = await(posts.findOneAndUpdate(
                Filters.and(Filters.eq("_id", 1), Filters.eq("state", "deferred")),
                Updates.combine(Updates.set("state", "claimed"), Updates.inc("attempts", 1)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));

        assertThat(claimed).containsEntry("state", "claimed").containsEntry("attempts", 2);
    }

    @Test
    void ofManyClaimsOfOneRowOneWins() {
        var claims = Flux.range(0, 50)
                .flatMap(owner -> posts.insertOne(
                        new Document("_id", new Document("alert", 1).append("subscriber", 2)).append("owner", owner)))
                .onErrorContinue(MongoWriteException.class, (error, owner) -> {});

        var won = claims.count().block(TIMEOUT);

        assertThat(won).isEqualTo(1);
    }

    @Test
    void anUnorderedBulkWriteNamesWhatFailedAndDoesTheRest() {
        await(posts.insertOne(new Document("_id", 2)));
        var rows = IntStream.range(0, 5)
                .mapToObj(i -> new InsertOneModel<>(new Document("_id", i)))
                .toList();

        assertThatExceptionOfType(MongoBulkWriteException.class)
                .isThrownBy(() -> await(posts.bulkWrite(rows, new BulkWriteOptions().ordered(false))))
                .satisfies(failure -> assertThat(failure.getWriteErrors())
                        .extracting(BulkWriteError::getIndex)
                        .containsExactly(2));
        assertThat(count(new Document())).isEqualTo(5);
    }

    @Test
    void anUnorderedBulkWriteOfGuardedUpsertsNamesThoseThatMissed() {
        await(posts.insertOne(new Document("_id", 1).append("revision", 3L)));
        await(posts.insertOne(new Document("_id", 2).append("revision", 1L)));
        var writes = List.of(guardedUpsert(1, 2L), guardedUpsert(2, 2L), guardedUpsert(3, 2L), guardedUpsert(1, 3L));

        assertThatExceptionOfType(MongoBulkWriteException.class)
                .isThrownBy(() -> await(posts.bulkWrite(writes, new BulkWriteOptions().ordered(false))))
                .satisfies(failure -> assertThat(failure.getWriteErrors())
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)
                        .extracting(BulkWriteError::getIndex)
                        .containsExactlyInAnyOrder(0, 3));
        assertThat(count(Filters.eq("revision", 2L))).isEqualTo(2);
    }

    @Test
    void aDroppedCollectionIsEmptyAndCanBeFilledAgain() {
        var database = client.getDatabase(Infrastructure.freshDatabase("versions"));
        var version = database.getCollection("version_1");
        await(version.insertOne(new Document("_id", 1)));
        assertThat(names(database)).containsExactly("version_1");

        Mono.from(version.drop()).block(TIMEOUT);
        Mono.from(version.drop()).block(TIMEOUT);
        assertThat(names(database)).isEmpty();

        await(version.insertOne(new Document("_id", 2)));
        assertThat(Flux.from(version.find()).collectList().block(TIMEOUT)).containsExactly(new Document("_id", 2));
    }

    @Test
    void anUpsertSetsOnInsertOnce() {
        for (var title : List.of("first", "second")) {
            await(posts.updateOne(
                    Filters.eq("_id", 1),
                    Updates.combine(Updates.setOnInsert("title", title), Updates.inc("seen", 1)),
                    new UpdateOptions().upsert(true)));
        }

        assertThat(await(posts.find(Filters.eq("_id", 1)).first()))
                .containsEntry("title", "first")
                .containsEntry("seen", 2);
    }

    @Test
    void aPageOfPostsIsFoundByTheirIds() {
        insertMany(100);

        var page = Flux.from(posts.find(Filters.in("_id", 3, 97, 12, 1000)))
                .map(post -> post.getInteger("_id"))
                .collectList()
                .block(TIMEOUT);

        assertThat(page).containsExactlyInAnyOrder(3, 97, 12);
    }

    @Test
    void aCursorReadsEverythingOnceInBatches() {
        insertMany(2_500);

        var read = Flux.from(posts.find().batchSize(100))
                .map(post -> post.getInteger("_id"))
                .distinct()
                .count()
                .block(TIMEOUT);

        assertThat(read).isEqualTo(2_500);
    }

    @Test
    void newestFirstAndOnlySoMany() {
        insertMany(50);

        var newest = Flux.from(posts.find().sort(Sorts.descending("_id")).limit(3))
                .map(post -> post.getInteger("_id"))
                .collectList()
                .block(TIMEOUT);

        assertThat(newest).containsExactly(49, 48, 47);
    }

    @Test
    void rowsAreCountedByState() {
        await(posts.createIndex(Indexes.ascending("alert")));
        insertMany(30);

        var counts = Flux.from(posts.aggregate(List.of(
                        Aggregates.match(Filters.eq("alert", "a")),
                        Aggregates.group("$state", Accumulators.sum("n", 1)))))
                .collectMap(row -> row.getString("_id"), row -> row.getInteger("n"))
                .block(TIMEOUT);

        assertThat(counts).containsEntry("sent", 15).containsEntry("deferred", 15);
    }

    @Test
    void anIndexIsMadeTwiceWithoutTrouble() {
        await(posts.createIndex(Indexes.ascending("state")));

        await(posts.createIndex(Indexes.ascending("state")));

        assertThat(Flux.from(posts.listIndexes()).count().block(TIMEOUT)).isEqualTo(2);
    }

    private void insertMany(int count) {
        var rows = new ArrayList<Document>();
        for (var i = 0; i < count; i++) {
            rows.add(new Document("_id", i).append("alert", "a").append("state", i % 2 == 0 ? "sent" : "deferred"));
        }
        await(posts.insertMany(rows));
    }

    private long count(Bson filter) {
        return await(posts.countDocuments(filter));
    }

    private static ReplaceOneModel<Document> guardedUpsert(int id, long revision) {
        return new ReplaceOneModel<>(
                Filters.and(Filters.eq("_id", id), Filters.lt("revision", revision)),
                new Document("_id", id).append("revision", revision),
                new ReplaceOptions().upsert(true));
    }

    private static List<String> names(MongoDatabase database) {
        return await(Flux.from(database.listCollectionNames()).collectList());
    }

    private static void assertDuplicate(Publisher<?> write) {
        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> await(write))
                .satisfies(
                        failure -> assertThat(failure.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
    }

    @CanIgnoreReturnValue
    private static <T> T await(Publisher<T> write) {
        return Mono.from(write).blockOptional(TIMEOUT).orElseThrow();
    }
}
