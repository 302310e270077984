package org.vedette.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.Filters;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.RawBsonDocument;
import org.bson.UuidRepresentation;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vedette.embedded.store.encoding.BsonBytes;
import org.vedette.embedded.store.encoding.StoreKey;
import org.vedette.embedded.store.file.InMemorySource;

class QueryPlanTests {

    private static final String SCAN = "scan";
    private static final CodecRegistry CODECS = CodecRegistries.withUuidRepresentation(
            MongoClientSettings.getDefaultCodecRegistry(), UuidRepresentation.STANDARD);

    private final MVStore store = new InMemorySource().open();
    private final MvMaps maps = new MvMaps(store);
    private final List<Index<StoreKey>> indexes = List.of(
            new IdIndex("_id_", keys("_id"), maps.documents("db", "posts")),
            secondary("state"),
            secondary("alertId", "state"),
            secondary("author.name"),
            unique("slugs"),
            unique("x", "y"));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aGuardedFilterAsksTheIdIndex() {
        assertThat(plan(Filters.and(Filters.eq("_id", 1), Filters.lt("revision", 3))))
                .isEqualTo("_id_");
    }

    @Test
    void aUniqueIndexGoesBeforeOthers() {
        assertThat(plan(Filters.and(Filters.eq("state", "draft"), Filters.eq("slugs", "a"))))
                .isEqualTo("slugs");
    }

    @Test
    void theIndexWithMorePathsGoesBeforeOthers() {
        assertThat(plan(Filters.and(Filters.eq("state", "sent"), Filters.eq("alertId", 7), Filters.exists("tries"))))
                .isEqualTo("alertId_state");
    }

    @Test
    void manyValuesAskTheIndexForEach() {
        assertThat(plan(Filters.in("state", "claimed", "deferred"))).isEqualTo("state");
    }

    @Test
    void anIndexWithAnUnboundPathIsNotAsked() {
        assertThat(plan(Filters.and(Filters.eq("x", 1), Filters.gt("y", 1)))).isEqualTo(SCAN);
    }

    @Test
    void alternativesAreScanned() {
        assertThat(plan(Filters.or(Filters.eq("_id", 1), Filters.eq("state", "draft"))))
                .isEqualTo(SCAN);
    }

    @Test
    void aDocumentFoundByTwoValuesIsFoundOnce() {
        maps.unique("db", "posts", "slugs").put(StoreKey.of(List.of("a")), StoreKey.ofId(1));
        maps.unique("db", "posts", "slugs").put(StoreKey.of(List.of("b")), StoreKey.ofId(1));

        var plan = QueryPlan.of(server(Filters.in("slugs", "a", "b")), indexes).orElseThrow();

        assertThat(plan.positions()).containsExactly(StoreKey.ofId(1));
    }

    @Test
    void theQuestionsOfTheComparisonUseEveryIndexAndScanToo() {
        var questions = new RandomQueries(new RandomDocuments(1));

        var chosen = Stream.generate(questions::query)
                .limit(3_000)
                .map(this::plan)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(chosen)
                .containsKeys(SCAN, "_id_", "state", "alertId_state", "author.name", "slugs", "x_y")
                .hasEntrySatisfying(SCAN, scans -> assertThat(scans).isLessThan(2_200));
    }

    private String plan(Bson query) {
        return QueryPlan.of(server(query), indexes)
                .map(plan -> plan.index().getName())
                .orElse(SCAN);
    }

    /** The query as the server gets it. */
    private static Document server(Bson query) {
        var raw = new RawBsonDocument(query.toBsonDocument(org.bson.Document.class, CODECS), new BsonDocumentCodec());
        var bytes = new byte[raw.getByteBuffer().remaining()];
        raw.getByteBuffer().get(bytes);
        return BsonBytes.decode(bytes);
    }

    private SecondaryIndex secondary(String... paths) {
        var name = String.join("_", paths);
        return new SecondaryIndex(name, keys(paths), false, maps.secondary("db", "posts", name));
    }

    private UniqueIndex unique(String... paths) {
        var name = String.join("_", paths);
        return new UniqueIndex(
                name, keys(paths), false, maps.unique("db", "posts", name), maps.alwaysCandidates("db", "posts", name));
    }

    private static List<IndexKey> keys(String... paths) {
        return Arrays.stream(paths).map(path -> new IndexKey(path, true)).toList();
    }
}
