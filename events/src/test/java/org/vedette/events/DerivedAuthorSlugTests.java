package org.vedette.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedAuthorSlugTests {

    @ParameterizedTest
    @CsvSource({
        "Ada Example,ada-example",
        "Zoë  O'Hara-Łuk,zoe-ohara-łuk",
        "'Prof. Dr. Ängström, III.',prof-dr-angstrom-iii",
        "李 雷,李-雷",
        "???,author",
    })
    void aNameBecomesItsLettersAndDigitsInLowerCase(String name, String slug) {
        var made = Byline.authorSlugOf(name);

        assertThat(made).isEqualTo(slug);
    }
}
