package org.vedette.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EqualityPredicatesTests {

    @Test
    void aValueBindsItsPath() {
        assertThat(bound(new Document("state", "draft"), "state")).containsExactly("draft");
    }

    @Test
    void equalityBindsAsAnOperatorToo() {
        assertThat(bound(new Document("state", new Document("$eq", "draft")), "state"))
                .containsExactly("draft");
    }

    @Test
    void oneOfSeveralBindsToAllOfThem() {
        assertThat(bound(new Document("state", new Document("$in", List.of("a", "b"))), "state"))
                .containsExactly("a", "b");
    }

    @Test
    void everyPartOfAConjunctionBinds() {
        var query = and(new Document("_id", 7), and(new Document("state", "draft")), lessThan("revision", 3));

        assertThat(bound(query, "_id")).containsExactly(7);
        assertThat(bound(query, "state")).containsExactly("draft");
        assertThat(bound(query, "revision")).isNull();
    }

    @Test
    void theNarrowerOfTwoConditionsOnAPathIsTaken() {
        var query = and(new Document("state", new Document("$in", List.of("a", "b"))), new Document("state", "a"));

        assertThat(bound(query, "state")).containsExactly("a");
    }

    @Test
    void aCompoundIdBinds() {
        var id = new Document("alert", 1).append("subscriber", "s");

        assertThat(bound(new Document("_id", id), "_id")).containsExactly(id);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uncertain")
    void whatTheMatcherReadsInItsOwnWayDoesNotBind(Document query, String path) {
        assertThat(bound(query, path)).isNull();
    }

    static Stream<Arguments> uncertain() {
        var expression = new BsonRegularExpression("^a");
        var author = new Document("name", "Ada");
        return Stream.of(
                Arguments.of(new Document("x", null), "x"),
                Arguments.of(new Document("x", expression), "x"),
                Arguments.of(new Document("x", List.of("a")), "x"),
                Arguments.of(new Document("x", author), "x"),
                Arguments.of(new Document("x", Double.NaN), "x"),
                Arguments.of(new Document("x", new Document("$in", Arrays.asList("a", null))), "x"),
                Arguments.of(new Document("x", new Document("$in", List.of("a", expression))), "x"),
                Arguments.of(new Document("x", new Document("$eq", "a").append("$ne", "b")), "x"),
                Arguments.of(new Document("x", new Document("$ne", "a")), "x"),
                Arguments.of(new Document("x", new Document("$not", new Document("$eq", "a"))), "x"),
                Arguments.of(new Document("$or", List.of(new Document("x", "a"))), "x"),
                Arguments.of(new Document("$nor", List.of(new Document("x", "a"))), "x"),
                Arguments.of(new Document("_id", new Document()), "_id"),
                Arguments.of(new Document("_id", new Document("a", null)), "_id"),
                Arguments.of(new Document("_id", new Document("a", new Document("$exists", false))), "_id"));
    }

    private static @Nullable List<Object> bound(Document query, String path) {
        return EqualityPredicates.of(query).at(path);
    }

    private static Document and(Document... parts) {
        return new Document("$and", List.of(parts));
    }

    private static Document lessThan(String path, Object value) {
        return new Document(path, new Document("$lt", value));
    }
}
