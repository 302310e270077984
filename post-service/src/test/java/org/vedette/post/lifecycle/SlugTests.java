package org.vedette.post.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Title;

class SlugTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A loader that waits        | a-loader-that-waits
                    Don’t click: it's a trap!  | dont-click-its-a-trap
                    Ça façonne Łódź & Straße   | ca-faconne-lodz-and-strasse
                    Smørrebrød, Œuvre, Þing    | smorrebrod-oeuvre-thing
                    İstanbul                   | istanbul
                    ＣＶＥ－２０２６－１２３４           | cve-2026-1234
                    威胁情报                     | wei-xie-qing-bao
                    Новый загрузчик             | novyj-zagruzcik
                    Νέος φορτωτής              | neos-phortotes
                    مرحبا                       | mrhba
                    Foo™ and Bar®              | foo-and-bar
                    --- 100 % ---              | 100
                    """)
    void aSlugIsTheTitleFoldedToAscii(String title, String slug) {
        assertThat(Slug.of(new Title(title))).contains(new Slug(slug));
    }

    @Test
    void aTitleOfSymbolsLeavesTheSlugToDateAndId() {
        var id = new PostId(UUID.fromString("01a22775-7557-73b2-8521-1a5ec03d0e71"));

        assertThat(Slug.of(new Title("🦊 !"))).isEmpty();
        assertThat(Slug.of(id, Instant.parse("2026-11-02T23:59:59Z"))).isEqualTo(new Slug("2026-11-02-3d0e71"));
    }

    @Test
    void aLongTitleIsCutAtAWord() {
        var slug = Slug.of(new Title("word ".repeat(39))).orElseThrow();

        assertThat(slug.value()).hasSizeLessThanOrEqualTo(80).endsWith("-word");
    }

    @Test
    void aLongWordIsCutAnywhere() {
        assertThat(Slug.of(new Title("w".repeat(200)))).contains(new Slug("w".repeat(80)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a--b", "A", "a b", "a/b", "ä", "..", "a.b"})
    void whatDoesNotFitAnAddressIsNoSlug(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new Slug(text));
    }

    @ParameterizedTest
    @CsvSource({"report,true", "report-2,true", "report-17,true", "report-x,false", "report-02,false", "reports,false"})
    void aNumberMakesAVariant(String slug, boolean variant) {
        assertThat(new Slug(slug).isVariantOf(new Slug("report"))).isEqualTo(variant);
    }
}
