package org.vedette.feed.entries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorSlugTests {

    @ParameterizedTest
    @CsvSource({
        "Ada Example, ada-example",
        "'  Ada   B. Example, Jr. ', ada-b-example-jr",
        "José Ñandú, jose-nandu",
        "O'Brien, obrien",
        "Anne-Marie O’Neill, anne-marie-oneill",
        "Łukasz, łukasz",
        "Юлия Ёлкина, юлия-елкина",
        "山田太郎, 山田太郎",
        "R2D2, r2d2",
        "'!?', ''"
    })
    void aNameBecomesAnAddress(String name, String slug) {
        assertThat(AuthorSlug.of(name)).isEqualTo(slug);
    }
}
