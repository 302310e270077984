package org.vedette.notification.bounces.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.notification.bounces.mail.smtp.SmtpDialogue.Step;

class SmtpDialogueTests {

    private static final String OURS = "bounces+token@blog.example";
    private static final int LARGEST = 1_000;

    private final SmtpDialogue dialogue = new SmtpDialogue("blog.example", OURS::equals, LARGEST);
    private final List<String> replies = new ArrayList<>();
    private final List<Step.Take> taken = new ArrayList<>();
    private boolean over;

    @Test
    void aReportWithTheNullSenderIsTaken() {
        respond("EHLO mx.reader.example", "MAIL FROM:<> SIZE=50 BODY=8BITMIME", "RCPT TO:<" + OURS + ">", "DATA");
        respond("Subject: x", "", "..dotted", "...", "text", ".", "QUIT");

        assertThat(taken).singleElement().satisfies(message -> {
            assertThat(new String(message.message(), StandardCharsets.UTF_8))
                    .isEqualTo("Subject: x\r\n\r\n.dotted\r\n..\r\ntext\r\n");
            assertThat(message.recipients()).containsExactly(OURS);
        });
        assertThat(codes()).containsExactly("250", "250", "250", "354", "221");
        assertThat(over).isTrue();
    }

    @Test
    void everythingAtOnceIsUnderstoodAsWell() {
        send("EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<" + OURS + ">\r\nDATA\r\nx\r\n.\r\nMAIL FROM:<>\r\nRCPT TO:<" + OURS
                + ">\r\nDATA\r\ny\r\n.\r\nQUIT\r\n");

        assertThat(taken).hasSize(2);
    }

    @Test
    void aMessageThatComesByteByByteIsTaken() {
        var whole = "EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<" + OURS + ">\r\nDATA\r\nx\r\n.\r\n";
        whole.chars().forEach(character -> send(Character.toString(character)));

        assertThat(taken).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anybody@elsewhere.example",
                "postmaster@blog.example",
                "bounces@blog.example",
                "bounces+forged@blog.example",
                "a%elsewhere.example@blog.example",
                "elsewhere.example!a",
                "\"a b\"@blog.example",
                "a@[127.0.0.1]",
            })
    void nobodyElseIsARecipient(String recipient) {
        respond("EHLO a", "MAIL FROM:<>", "RCPT TO:<" + recipient + ">", "DATA");

        assertThat(replies.get(2)).startsWith("550 5.1.1 ");
        assertThat(replies.get(3)).startsWith("503 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL FROM:<> | 503",
                "EHLO a~RCPT TO:<x@y> | 503",
                "EHLO a~DATA | 503",
                "EHLO a~MAIL FROM: | 501",
                "EHLO a~MAIL FROM:a@b | 501",
                "EHLO a~MAIL FROM:<>~MAIL FROM:<> | 503",
                "EHLO a~MAIL FROM:<>~RCPT TO: | 501",
                "EHLO a~MAIL FROM:<> SIZE=5000 | 552",
                "EHLO a~STARTTLS | 502",
                "EHLO a~AUTH PLAIN AGEAYg== | 502",
                "EHLO a~XCLIENT ADDR=127.0.0.1 | 502",
                "EHLO a~BDAT 10 | 502",
                "EHLO a~VRFY root | 252",
                "EHLO a~EXPN staff | 502",
                "EHLO a~TURN | 502",
                "EHLO a~MAIL FROM:<>~RSET~RCPT TO:<bounces+token@blog.example> | 503",
                "EHLO a~MAIL FROM:<>~EHLO b~RCPT TO:<bounces+token@blog.example> | 503",
                "GET / HTTP/1.1 | 502",
                "'' | 502",
            })
    void whatIsOutOfOrderOrUnknownIsRefused(String lines, String code) {
        respond(lines.split("~", -1));

        assertThat(replies.get(replies.size() - 1)).startsWith(code + " ");
        assertThat(taken).isEmpty();
    }

    /** Each would end the message at a server that takes another line end for CR LF, and begin a second one. */
    @ParameterizedTest
    @ValueSource(strings = {"\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r", "\r.\r\n", "\r\n.\r", "\r\r\n.\r\n", "\u0000\n"})
    void aLineThatDoesNotEndInCrLfEndsTheConnection(String shape) {
        respond("EHLO a", "MAIL FROM:<>", "RCPT TO:<" + OURS + ">", "DATA");
        send("Subject: x\r\n\r\ntext" + shape + "MAIL FROM:<>\r\nRCPT TO:<" + OURS + ">\r\nDATA\r\nx\r\n.\r\n");

        assertThat(replies.get(replies.size() - 1)).startsWith("521 5.5.2 ");
        assertThat(over).isTrue();
        assertThat(taken).isEmpty();
    }

    @Test
    void aCommandThatEndsInALoneLfEndsTheConnection() {
        send("EHLO a\nMAIL FROM:<>\r\n");

        assertThat(codes()).containsExactly("521");
    }

    @Test
    void aMessageThatIsTooLargeIsReadAndRefused() {
        respond("EHLO a", "MAIL FROM:<>", "RCPT TO:<" + OURS + ">", "DATA");
        respond("x".repeat(600), "y".repeat(600), ".", "MAIL FROM:<>");

        assertThat(replies.get(4)).startsWith("552 5.3.4 ");
        assertThat(replies.get(5)).startsWith("250 ");
        assertThat(taken).isEmpty();
    }

    @Test
    void aLineThatIsLongerThanAMessageIsRefusedAndNotKept() {
        respond("EHLO a", "MAIL FROM:<>", "RCPT TO:<" + OURS + ">", "DATA");
        respond("x".repeat(4_000), ".");

        assertThat(replies.get(4)).startsWith("552 5.3.4 ");
    }

    @Test
    void aMessageWithoutAnEndIsCutOff() {
        respond("EHLO a", "MAIL FROM:<>", "RCPT TO:<" + OURS + ">", "DATA");
        send("x".repeat(6_000));

        assertThat(over).isTrue();
    }

    @Test
    void aCommandWithoutAnEndIsCutOff() {
        send("EHLO " + "x".repeat(3_000));

        assertThat(replies).singleElement().asString().startsWith("500 5.5.6 ");
        assertThat(over).isTrue();
    }

    @Test
    void aClientThatIsWrongAgainAndAgainIsSentAway() {
        for (var error = 0; error < 10; error++) {
            respond("WHAT");
        }

        assertThat(replies.get(9)).startsWith("421 ");
        assertThat(over).isTrue();
    }

    @Test
    void recipientsAreLimited() {
        respond("EHLO a", "MAIL FROM:<>");
        for (var recipient = 0; recipient < 11; recipient++) {
            respond("RCPT TO:<" + OURS + ">");
        }

        assertThat(replies.get(replies.size() - 1)).startsWith("452 ");
    }

    private void respond(String... lines) {
        for (var line : lines) {
            send(line + "\r\n");
        }
    }

    private void send(String bytes) {
        for (var step : dialogue.accept(bytes.getBytes(StandardCharsets.UTF_8))) {
            if (step instanceof Step.Say respond) {
                replies.add(respond.reply());
                over = over || respond.last();
            } else {
                taken.add((Step.Take) step);
            }
        }
    }

    private List<String> codes() {
        return replies.stream().map(reply -> reply.substring(0, 3)).toList();
    }
}
