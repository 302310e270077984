package org.vedette.notification.delivery.dkim;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalizationTests {

    /** The example of RFC 6376 §3.4.5. */
    @Test
    void headersAreCanonicalAsInTheRfc() {
        assertThat(Canonicalization.header("A", " X ")).isEqualTo("a:X");
        assertThat(Canonicalization.header("B ", " Y\t\r\n\tZ  ")).isEqualTo("b:Y Z");
    }

    @ParameterizedTest
    @CsvSource({
        "' C |D \t E||||', ' C|D E|'",
        "'', ''",
        "'|||', ''",
        "'text', 'text|'",
        "'a  |', 'a|'",
        "'a|b', 'a|b|'",
        "'a||b|', 'a||b|'",
    })
    void bodiesAreCanonicalAsInTheRfc(String body, String canonical) {
        assertThat(part(body, true)).isEqualTo(lines(canonical));
    }

    @ParameterizedTest
    @CsvSource({"'a  b ', '=|c|'", "'a||', '||b||'", "'a', ' b|'", "'a|', ' b  c||'", "'a  ', '  b|'"})
    void partsAreTheWholeWhenTheyAreSplitWithinALine(String first, String second) {
        var whole = part(first + "=" + second, true);

        assertThat(part(first, false) + "=" + part(second, true)).isEqualTo(whole);
    }

    private static String part(String body, boolean last) {
        return new String(Canonicalization.bodyPart(lines(body).getBytes(US_ASCII), last), US_ASCII);
    }

    private static String lines(String text) {
        return text.replace("|", "\r\n");
    }
}
