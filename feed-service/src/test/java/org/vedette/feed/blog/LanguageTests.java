package org.vedette.feed.blog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTests {

    @ParameterizedTest
    @CsvSource({
        "ar, rtl",
        "he-IL, rtl",
        "fa, rtl",
        "dv, rtl",
        "az-Arab, rtl",
        "uz-AF, rtl",
        "ks-Deva, auto",
        "en, auto",
        "zh-Hant, auto",
    })
    void theDirectionIsThatOfTheScript(String tag, String direction) {
        assertThat(new Language(tag).direction()).isEqualTo(direction);
    }

    @ParameterizedTest
    @CsvSource({"en, true", "EN-gb, true", "enm, false", "de, false"})
    void englishIsEnglishInEveryRegion(String tag, boolean isEnglish) {
        assertThat(new Language(tag).isEnglish()).isEqualTo(isEnglish);
    }

    @ParameterizedTest
    @CsvSource({"pt-br, pt-BR", "ZH-hans, zh-Hans", "iw, he"})
    void oneLanguageHasOneTag(String tag, String canonical) {
        assertThat(new Language(tag).tag()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "en, en_US",
        "en-GB, en_GB",
        "de, de_DE",
        "pt-BR, pt_BR",
        "zh-Hans, zh_CN",
        "zh-Hant, zh_TW",
        "ja, ja_JP"
    })
    void openGraphHasARegion(String tag, String locale) {
        assertThat(new Language(tag).openGraphLocale()).isEqualTo(locale);
    }
}
