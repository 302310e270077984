package org.vedette.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.embedded.store.StoreClient.all;
import static org.vedette.embedded.store.StoreClient.everything;
import static org.vedette.embedded.store.StoreClient.one;
import static org.vedette.embedded.store.StoreClient.run;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks the store and the unextended server the same, many times. There, every filter is wrapped in {@code $and}, which
 * its own index look-ups do not know, so that it always reads everything. With {@code -Dvedette.rounds=…} it asks more.
 */
class DifferentialIT {

    private static final int DOCUMENTS = 60;
    private static final int CHANGES = 80;
    private static final int QUESTIONS = 250;
    private static final int CONCURRENT_QUESTIONS = 16;

    private static MongoServer reference;
    private static StoreClient referenceClient;

    @TempDir
    private Path directory;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("vedette.rounds", 12));
    }

    @BeforeAll
    static void startTheReference() {
        reference = new MongoServer(new MemoryBackend());
        referenceClient = new StoreClient(reference.bindAndGetConnectionString());
    }

    @AfterAll
    static void stopTheReference() {
        referenceClient.close();
        reference.shutdownNow();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void queriesAndWritesAreAnsweredAsByTheUnextendedServer(long seed) {
        var shuffle = new RandomDocuments(seed);
        var questions = new RandomQueries(shuffle);
        var theirs = referenceClient.collection("documents-" + seed);

        try (var store = open();
                var client = new StoreClient(store.connectionString())) {
            var ours = client.collection("documents");
            List.of(ours, theirs).forEach(DifferentialIT::index);
            var changes = changes(shuffle, questions);
            changes.forEach(change -> assertSameOutcome(seed, change, ours, theirs));
            assertSameDocuments(seed, everything(ours), everything(theirs));
            ask(seed, questions, ours, theirs, QUESTIONS);
        }
        try (var store = open();
                var client = new StoreClient(store.connectionString())) {
            ask(seed, questions, client.collection("documents"), theirs, QUESTIONS / 5);
        }
    }

    private static void index(MongoCollection<Document> collection) {
        run(collection.createIndex(
                Indexes.ascending("slugs"), new IndexOptions().unique(true).sparse(true)));
        run(collection.createIndex(Indexes.ascending("x", "y"), new IndexOptions().unique(true)));
        run(collection.createIndex(
                Indexes.ascending("author.n"), new IndexOptions().unique(true).sparse(true)));
        for (var path : List.of("state", "alertId", "tags", "author.name", "authors.name", "authors.n", "authors")) {
            run(collection.createIndex(Indexes.ascending(path)));
        }
        run(collection.createIndex(Indexes.ascending("alertId", "state")));
        run(collection.createIndex(Indexes.ascending("tags", "authors.name")));
    }

    private static List<WriteModel<Document>> changes(RandomDocuments shuffle, RandomQueries questions) {
        var changes = new RandomWrites(shuffle, questions);
        var all = new ArrayList<WriteModel<Document>>();
        for (var i = 0; i < DOCUMENTS; i++) {
            all.add(new InsertOneModel<>(shuffle.document()));
        }
        for (var i = 0; i < CHANGES; i++) {
            all.add(changes.change());
        }
        return all;
    }

    private static void ask(
            long seed,
            RandomQueries questions,
            MongoCollection<Document> ours,
            MongoCollection<Document> theirs,
            int times) {
        var queries = Stream.generate(questions::query).limit(times).toList();
        var answers = answers(ours, queries);
        var expected =
                answers(theirs, queries.stream().map(DifferentialIT::scanned).toList());

        for (var i = 0; i < times; i++) {
            assertThat(answers.get(i)).as("seed %d, %s", seed, queries.get(i)).isEqualTo(expected.get(i));
        }
        var fruitful = answers.stream().filter(Answers::isFruitful).count();
        assertThat(fruitful).as("queries of seed %d that found anything", seed).isGreaterThan(times / 10);
    }

    private static List<Answers> answers(MongoCollection<Document> collection, List<Document> queries) {
        return all(Flux.fromIterable(queries)
                .flatMapSequential(query -> Answers.of(collection, query), CONCURRENT_QUESTIONS));
    }

    /** What a server answers when it is asked for the documents, for a few of them in an order, and for their number. */
    private record Answers(Object found, Object sorted, Object counted) {

        static Mono<Answers> of(MongoCollection<Document> collection, Document query) {
            var order = new Document("alertId", 1).append("_id", -1);
            var found = Flux.from(collection.find(query)).collectList().map(DifferentialIT::sorted);
            var sorted = Flux.from(collection.find(query).sort(order).skip(1).limit(5))
                    .collectList();
            var counted = Mono.from(collection.countDocuments(query));
            return Mono.zip(
                    answers -> new Answers(answers[0], answers[1], answers[2]),
                    orCode(found),
                    orCode(sorted),
                    orCode(counted));
        }

        private static Mono<Object> orCode(Mono<?> answer) {
            return answer.cast(Object.class)
                    .onErrorResume(MongoException.class, failure -> Mono.just("failed: " + failure.getCode()));
        }

        boolean isFruitful() {
            return !List.of().equals(found);
        }
    }

    private static void assertSameOutcome(
            long seed, WriteModel<Document> change, MongoCollection<Document> ours, MongoCollection<Document> theirs) {
        assertThat(outcome(ours, change)).as("seed %d, %s", seed, change).isEqualTo(outcome(theirs, scanned(change)));
    }

    private static void assertSameDocuments(long seed, List<Document> ours, List<Document> theirs) {
        assertThat(sorted(ours)).as("seed %d", seed).isEqualTo(sorted(theirs)).isNotEmpty();
    }

    private static String outcome(MongoCollection<Document> collection, WriteModel<Document> change) {
        try {
            var result = one(collection.bulkWrite(List.of(change)));
            return result.getMatchedCount() + " matched, " + result.getModifiedCount() + " modified, "
                    + result.getDeletedCount() + " deleted, " + result.getUpserts();
        } catch (MongoBulkWriteException e) {
            return "refused: " + e.getWriteErrors().get(0).getCode();
        } catch (MongoException e) {
            return "failed: " + e.getCode();
        }
    }

    private static List<String> sorted(List<Document> documents) {
        return documents.stream().map(Document::toJson).sorted().toList();
    }

    private static Document scanned(Document query) {
        return new Document("$and", List.of(query));
    }

    private static WriteModel<Document> scanned(WriteModel<Document> change) {
        if (change instanceof UpdateManyModel<Document> many) {
            return new UpdateManyModel<>(scanned((Document) many.getFilter()), many.getUpdate());
        } else if (change instanceof DeleteManyModel<Document> many) {
            return new DeleteManyModel<>(scanned((Document) many.getFilter()));
        } else if (change instanceof DeleteOneModel<Document> one) {
            return new DeleteOneModel<>(scanned((Document) one.getFilter()));
        } else if (change instanceof UpdateOneModel<Document> one) {
            return new UpdateOneModel<>(scanned((Document) one.getFilter()), one.getUpdate(), one.getOptions());
        } else if (change instanceof ReplaceOneModel<Document> one) {
            return new ReplaceOneModel<>(scanned((Document) one.getFilter()), one.getReplacement());
        }
        return change;
    }

    private EmbeddedStore open() {
        return EmbeddedStore.open(directory.resolve("store.db"), 0);
    }
}
