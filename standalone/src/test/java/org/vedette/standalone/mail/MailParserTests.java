package org.vedette.standalone.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailParserTests {

    @TempDir
    private Path directory;

    private final MailParser parser = new MailParser();

    @Test
    void headersAreUnfoldedAndDecoded() throws IOException {
        var mail = parsed("Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n =?utf-8?q?_aus_Wien?=\r\n\r\nText");

        assertThat(mail.subject()).isEqualTo("Grüße aus Wien");
    }

    @Test
    void aMailWithoutSubjectHasATitleAllTheSame() throws IOException {
        assertThat(parsed("From: ada@example.org\r\n\r\nText").subject()).isEqualTo("(no subject)");
    }

    @Test
    void theRecipientIsThatOfTheHeaderOrElseOfTheEnvelope() throws IOException {
        var envelope = "Delivered-To: bob@example.org\r\nDelivered-To: eve@example.org\r\n";

        assertThat(parsed(envelope + "To: ada@example.org\r\n\r\nText").to()).isEqualTo("ada@example.org");
        assertThat(parsed(envelope + "\r\nText").to()).isEqualTo("bob@example.org, eve@example.org");
    }

    @Test
    void theTextOfANestedPartIsFound() throws IOException {
        var mail = parsed("""
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/plain

                plain
                --inner
                Content-Type: text/html

                <p>html</p>
                --inner--
                --outer--
                """);

        assertThat(mail.text()).isEqualTo("plain");
        assertThat(mail.html()).isEqualTo("<p>html</p>");
    }

    @Test
    void anAttachmentIsNotTheText() throws IOException {
        var mail = parsed("""
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain
                Content-Disposition: ATTACHMENT; filename=notes.txt

                attached
                --b
                Content-Type: text/plain

                shown
                --b--
                """);

        assertThat(mail.text()).isEqualTo("shown");
    }

    @Test
    void partsNestedTooDeeplyAreNotLookedInto() throws IOException {
        var nested = new StringBuilder("Subject: Deep\n");
        for (int depth = 0; depth < 200; depth++) {
            nested.append("Content-Type: multipart/mixed; boundary=b" + depth + "\n\n--b" + depth + "\n");
        }
        nested.append("Content-Type: text/plain\n\ntoo deep");

        var mail = parsed(nested.toString());

        assertThat(mail.subject()).isEqualTo("Deep");
        assertThat(mail.text()).isNull();
    }

    @Test
    void aTextIsReadInItsCharset() throws IOException {
        var mail = parsed("Content-Type: text/plain; charset=iso-8859-1\r\n\r\nGrüße", ISO_8859_1);

        assertThat(mail.text()).isEqualTo("Grüße");
    }

    @Test
    void anUnknownCharsetIsReadAsUtf8() throws IOException {
        assertThat(parsed("Content-Type: text/plain; charset=x-unknown\r\n\r\nGrüße")
                        .text())
                .isEqualTo("Grüße");
    }

    @Test
    void itWasReceivedWhenItsFileWasWritten() throws IOException {
        var file = Files.writeString(directory.resolve("mail.eml"), "Subject: Hello\r\n\r\nText");
        var moment = Instant.parse("2026-11-23T21:27:29Z");
        Files.setLastModifiedTime(file, FileTime.from(moment));

        assertThat(parser.read("id", file).receivedAt()).isEqualTo(moment);
    }

    private ParsedMail parsed(String mail) throws IOException {
        return parsed(mail, UTF_8);
    }

    private ParsedMail parsed(String mail, Charset charset) throws IOException {
        var file = Files.write(directory.resolve("mail.eml"), mail.getBytes(charset));
        return parser.read("id", file);
    }
}
