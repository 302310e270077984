package org.vedette.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexedValuesTests {

    @Test
    void aDocumentIsFoundByEveryElementOfAnArray() {
        var post = new Document("slugs", List.of("a", "b"));

        assertThat(IndexedValues.of(post, List.of("slugs"))).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void pathsGoThroughArraysAndArraysInArrays() {
        var post = new Document(
                "authors", List.of(new Document("name", "Ada"), List.of(new Document("name", List.of("Grace")))));

        assertThat(IndexedValues.of(post, List.of("authors.name"))).containsExactly(List.of("Ada"), List.of("Grace"));
    }

    @Test
    void aNumberInAPathIsAPositionOrAField() {
        var post = new Document("tags", List.of("first", new Document("0", "field")));

        assertThat(IndexedValues.of(post, List.of("tags.0"))).contains(List.of("first"), List.of("field"));
    }

    @Test
    void severalPathsGiveEveryCombination() {
        var post = new Document("x", List.of(1, 2)).append("y", List.of("a", "b"));

        assertThat(IndexedValues.of(post, List.of("x", "y")))
                .containsExactly(List.of(1, "a"), List.of(1, "b"), List.of(2, "a"), List.of(2, "b"));
    }

    @Test
    void whatEqualityCannotFindIsLeftOut() {
        var odd = new Document("x", Arrays.asList(null, Double.NaN, new Document(), new BsonRegularExpression("a")));

        assertThat(IndexedValues.of(odd, List.of("x"))).isEmpty();
    }

    @Test
    void aDocumentWithoutOneOfThePathsIsNotFoundByTheOthers() {
        assertThat(IndexedValues.of(new Document("x", 1), List.of("x", "y"))).isEmpty();
    }
}
