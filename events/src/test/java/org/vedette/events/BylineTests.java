package org.vedette.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BylineTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada Example | Example Labs | Ada Example, Example Labs",
                "ليلى        | Example Labs | ليلى، Example Labs",
                "王芳        | 实验室        | 王芳，实验室",
                "さくら      | 研究所        | さくら、研究所",
                "김하늘      | 연구소        | 김하늘, 연구소",
                "(ליאת)      | מעבדה        | (ליאת), מעבדה",
                "🦊          | Example Labs | 🦊, Example Labs",
            })
    void theCommaIsThatOfTheScriptOfTheName(String name, String affiliation, String line) {
        assertThat(new Byline(name, affiliation).line()).isEqualTo(line);
    }

    @Test
    void withoutAnAffiliationThereIsNoComma() {
        assertThat(new Byline("Ada Example", null).line()).isEqualTo("Ada Example");
    }
}
