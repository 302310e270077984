package org.vedette.post.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vedette.post.Submissions.aSubmission;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTests {

    @ParameterizedTest
    @CsvSource({"Phishing,phishing", "' Supply Chain ',supply-chain", "C++,c++", "Überwachung,überwachung", ".NET,"})
    void aTagIsLowerCaseAndFitsAnAddress(String text, String tag) {
        if (tag == null) {
            assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new Tag(text));
        } else {
            assertThat(new Tag(text).value()).isEqualTo(tag);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a?b", "<b>", "..", "-", " "})
    void aTagThatWouldBreakItsAddressIsRefused(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new Tag(text));
    }

    @Test
    void duplicateTagsAreRemoved() {
        var content =
                aSubmission().tagged("Phishing", "PHISHING", "loader").build().content();

        assertThat(content.tags()).containsExactly(new Tag("phishing"), new Tag("loader"));
    }

    @ParameterizedTest
    @CsvSource({"clear,CLEAR", "TLP:GREEN,GREEN", "amber+strict,AMBER_STRICT", "TLP:RED,RED"})
    void aLabelIsReadInAnySpelling(String text, Tlp tlp) {
        assertThat(Tlp.of(text)).isEqualTo(tlp);
    }

    @Test
    void theLabelWhiteOfTlp1IsRefused() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Tlp.of("WHITE"));
    }

    @Test
    void aPeriodEndsOnOrAfterItsFirstDay() {
        var day = LocalDate.parse("2026-06-30");

        assertThat(new Period(day, day).to()).isEqualTo(day);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Period(day, day.minusDays(1)))
                .withMessageContaining("2026-06-30");
    }
}
