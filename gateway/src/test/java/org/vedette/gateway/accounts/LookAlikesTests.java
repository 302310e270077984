package org.vedette.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0430dmin",
                "ada@ex\u0430mple.com",
                "Ada Ex\u0430mple",
                "\uFF41dmin",
                "adm\u0131\u03BFn",
                "of\uFB01ce"
            })
    void aWordWithLettersOfSeveralScriptsOrInAnotherFormLooksLikeAnother(String name) {
        assertThat(LookAlikes.contains(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin",
                "zoë.müller-1@lab.example",
                "Ада Лавлейс",
                "Ада Lovelace",
                "Αθηνά",
                "李 雷",
                "東京タワーとTokyo",
                "홍길동",
                "ليلى حسن",
                "O'Brien, \"Pat\"",
                "🦊"
            })
    void aNameInItsOwnScriptDoesNot(String name) {
        assertThat(LookAlikes.contains(name)).isFalse();
    }
}
