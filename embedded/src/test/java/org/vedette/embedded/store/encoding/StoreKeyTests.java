package org.vedette.embedded.store.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreKeyTests {

    @Test
    void theSameNumberInAnyTypeIsTheSameKey() {
        assertThat(List.of(StoreKey.ofId(1), StoreKey.ofId(1L), StoreKey.ofId(1.0), StoreKey.ofId(decimal("1.0"))))
                .containsOnly(StoreKey.ofId(1));
    }

    @Test
    void zeroHasNoSign() {
        assertThat(StoreKey.ofId(-0.0)).isEqualTo(StoreKey.ofId(0));
    }

    @Test
    void numbersInsideDocumentsAreTheSameKeyToo() {
        assertThat(StoreKey.ofId(new Document("alert", 1L))).isEqualTo(StoreKey.ofId(new Document("alert", 1.0)));
    }

    @Test
    void theOrderOfFieldsMakesAnotherKey() {
        var one = new Document("a", 1).append("b", 2);
        var other = new Document("b", 2).append("a", 1);

        assertThat(StoreKey.ofId(one)).isNotEqualTo(StoreKey.ofId(other));
    }

    @Test
    void largeNumbersThatADoubleCannotTellApartStayApart() {
        assertThat(StoreKey.ofId(Long.MAX_VALUE - 1)).isNotEqualTo(StoreKey.ofId(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "a, b", "'', 0"})
    void differentTypesAreDifferentKeys(String one, String other) {
        assertThat(StoreKey.ofId(one)).isNotEqualTo(StoreKey.ofId(other));
    }

    @Test
    void nullIsAKey() {
        assertThat(StoreKey.ofId(null)).isEqualTo(StoreKey.ofId(null)).isNotEqualTo(StoreKey.ofId("null"));
    }

    @Test
    void aKeyIsNeverThePrefixOfAnother() {
        var entry = StoreKey.of(List.of("ab")).concat(StoreKey.ofId(1));

        assertThat(entry.startsWith(StoreKey.of(List.of("a")))).isFalse();
    }

    @Test
    void joinedKeysComeApartAgain() {
        var key = StoreKey.of(List.of("draft", 7));
        var position = StoreKey.ofId("id");

        assertThat(key.concat(position).removePrefix(key)).isEqualTo(position);
    }

    private static Decimal128 decimal(String number) {
        return new Decimal128(new BigDecimal(number));
    }
}
