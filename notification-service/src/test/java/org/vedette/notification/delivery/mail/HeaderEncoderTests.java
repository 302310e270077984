package org.vedette.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines have 76 characters at most: the name of the field, or the blank of a folded line, is among them. */
class HeaderEncoderTests {

    private static final String ADDRESS = "alerts@blog.example";

    @Test
    void plainTextIsWrittenAsItIs() {
        assertThat(HeaderEncoder.field("Subject", "A title, with ~signs~ & a dot."))
                .isEqualTo("Subject: A title, with ~signs~ & a dot.\r\n");
    }

    @Test
    void lineBreaksAndControlCharactersBecomeOneBlank() {
        assertThat(HeaderEncoder.field("Subject", " a\r\nBcc: b \t c\u0000\u007Fd\n"))
                .isEqualTo("Subject: a Bcc: b c d\r\n");
    }

    @Test
    void aLineOf76CharactersIsNotFolded() {
        var words = "x".repeat(30) + " " + "y".repeat(36);

        assertThat(HeaderEncoder.field("Subject", words)).isEqualTo("Subject: " + words + "\r\n");
    }

    @Test
    void aLineOf77CharactersIsFolded() {
        assertThat(HeaderEncoder.field("Subject", "x".repeat(30) + " " + "y".repeat(37)))
                .isEqualTo("Subject: " + "x".repeat(30) + "\r\n " + "y".repeat(37) + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({"37, ' '", "38, '\r\n '"})
    void aFoldedLineTakes75CharactersAndItsBlank(int length, String separator) {
        var first = "x".repeat(67);
        var second = "y".repeat(37);
        var third = "z".repeat(length);

        assertThat(HeaderEncoder.field("Subject", first + " " + second + " " + third))
                .isEqualTo("Subject: " + first + "\r\n " + second + separator + third + "\r\n");
    }

    @Test
    void aWordThatFitsNoLineIsLeftWhole() {
        var word = "x".repeat(200);

        assertThat(HeaderEncoder.field("Subject", word)).isEqualTo("Subject: " + word + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "a title – with a dash", "=?UTF-8?B?QmNj?=", "what=?"})
    void whatIsNotPlainIsEncoded(String text) throws UnsupportedEncodingException {
        var field = HeaderEncoder.field("Subject", text);

        assertThat(field).isEqualTo("Subject: " + word(text) + "\r\n");
        assertThat(MimeUtility.decodeText(word(text))).isEqualTo(text);
    }

    @Test
    void anEncodedWordTakesTheRestOfTheLine() {
        var fits = "é" + "a".repeat(37);

        assertThat(HeaderEncoder.field("Subject", fits)).isEqualTo("Subject: " + word(fits) + "\r\n");
        assertThat(HeaderEncoder.field("Subject", fits + "b"))
                .isEqualTo("Subject: " + word(fits) + "\r\n " + word("b") + "\r\n");
    }

    @Test
    void anEncodedWordOnALineOfItsOwnTakes45Bytes() {
        var first = "é" + "a".repeat(37);
        var second = "b".repeat(45);

        assertThat(HeaderEncoder.field("Subject", first + second))
                .isEqualTo("Subject: " + word(first) + "\r\n " + word(second) + "\r\n");
        assertThat(HeaderEncoder.field("Subject", first + second + "c"))
                .isEqualTo("Subject: " + word(first) + "\r\n " + word(second) + "\r\n " + word("c") + "\r\n");
    }

    @Test
    void noCharacterIsSplitBetweenTwoEncodedWords() {
        var first = "a".repeat(36);

        assertThat(HeaderEncoder.field("Subject", first + "🦊🦊"))
                .isEqualTo("Subject: " + word(first) + "\r\n " + word("🦊🦊") + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Example", "a-b_c 123", "!#$%&'*+/?=^_`{|}~"})
    void aNameOfAtomsIsNotQuoted(String name) {
        assertThat(HeaderEncoder.mailbox("From", name, ADDRESS)).isEqualTo("From: " + name + " <" + ADDRESS + ">\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`Example, Ada` | `\"Example, Ada\"`",
                "`Ada (Labs)`   | `\"Ada (Labs)\"`",
                "`Ada \"Ace\"`  | `\"Ada \\\"Ace\\\"\"`",
                "`back\\slash`  | `\"back\\\\slash\"`"
            },
            delimiter = '|')
    void anyOtherPlainNameIsQuoted(String name, String quoted) {
        assertThat(HeaderEncoder.mailbox("From", name, ADDRESS))
                .isEqualTo("From: " + quoted + " <" + ADDRESS + ">\r\n");
    }

    @Test
    void aNameThatIsNotPlainIsEncodedAndItsAddressIsOnTheNextLine() {
        assertThat(HeaderEncoder.mailbox("From", "Æda", ADDRESS))
                .isEqualTo("From: " + word("Æda") + "\r\n <" + ADDRESS + ">\r\n");
    }

    @Test
    void theNameOfTheFieldCountsBeforeAnEncodedName() {
        var fits = "é" + "a".repeat(40);

        assertThat(HeaderEncoder.mailbox("From", fits, ADDRESS))
                .isEqualTo("From: " + word(fits) + "\r\n <" + ADDRESS + ">\r\n");
        assertThat(HeaderEncoder.mailbox("From", fits + "b", ADDRESS))
                .isEqualTo("From: " + word(fits) + "\r\n " + word("b") + "\r\n <" + ADDRESS + ">\r\n");
    }

    @Test
    void theNameOfTheFieldCountsBeforeAPlainName() {
        var last = "<" + ADDRESS + ">";
        var fits = "x".repeat(76 - "From:  ".length() - last.length());

        for (var name : List.of(fits, fits + "x")) {
            var separator = name.equals(fits) ? " " : "\r\n ";
            assertThat(HeaderEncoder.mailbox("From", name, ADDRESS))
                    .isEqualTo("From: " + name + separator + last + "\r\n");
        }
    }

    private static String word(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
