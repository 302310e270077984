package org.vedette.post.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTests {

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "DE, de",
        "pt-br, pt-BR",
        "zh-hant-tw, zh-Hant-TW",
        "es-419, es-419",
        "iw, he",
        "' gsw ', gsw",
        "de-1996, de-1996",
        "en-x-cyber, en-x-cyber",
    })
    void aTagIsTakenInItsCanonicalForm(String text, String tag) {
        assertThat(Language.parse(text).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "en_US, must be a language tag",
        "e, must be a language tag",
        "x-cyber, must be a language tag",
        "und, must be a language tag",
        "'', must be a language tag",
        "deutsch, 'has an unknown language, deutsch'",
        "xx, 'has an unknown language, xx'",
        "de-XX, 'has an unknown region, XX'",
        "sr-Zyzy, 'has an unknown script, Zyzy'",
        "de-u-co-phonebk-nu-latn-x-abcdefgh-abcdefgh, must be a language tag",
        "<script>, must be a language tag",
    })
    void whatIsNoKnownLanguageIsRefused(String text, String message) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Language.parse(text))
                .withMessageStartingWith(message)
                .withMessageContaining("such as en, pt-BR or zh-Hant");
    }
}
