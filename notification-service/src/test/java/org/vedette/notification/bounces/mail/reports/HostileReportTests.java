package org.vedette.notification.bounces.mail.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.vedette.notification.bounces.mail.reports.TestReports.bytes;
import static org.vedette.notification.bounces.mail.reports.TestReports.withStatus;

import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.notification.bounces.Report;
import org.vedette.notification.bounces.Report.Kind;
import org.vedette.notification.bounces.UnreadableReportException;

/** Messages that somebody made to do harm, or that something broke. */
class HostileReportTests {

    /** Of one message, on a machine that is busy with other builds. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final int LARGEST = 2 * 1024 * 1024;

    private final MimeReportReader reader = new MimeReportReader();

    @ParameterizedTest
    @MethodSource("tooMuch")
    void aMessageWithTooMuchOfAnythingIsRefusedAtOnce(Supplier<String> message) {
        var bytes = bytes(message.get());

        assertThatExceptionOfType(UnreadableReportException.class)
                .isThrownBy(() -> assertTimeoutPreemptively(LONGEST, () -> reader.read(bytes)));
    }

    static Stream<Supplier<String>> tooMuch() {
        return Stream.of(
                () -> nested(3_000),
                () -> messagesWithin(3_000),
                () -> "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(100_000) + "--b--\n",
                () -> "X-Field: " + "a".repeat(1_000_000) + "\n\nx\n",
                () -> "X-Field: a\n".repeat(100_000) + "\nx\n",
                () -> "X-Folded: a\n" + " b\n".repeat(300_000) + "\nx\n");
    }

    @ParameterizedTest
    @MethodSource("slow")
    void noMessageTakesLong(Supplier<String> message) {
        var bytes = bytes(message.get());

        assertThat(bytes).hasSizeLessThanOrEqualTo(LARGEST);
        assertThat(assertTimeoutPreemptively(LONGEST, () -> reader.read(bytes))).isNotNull();
    }

    static Stream<Supplier<String>> slow() {
        var daemon = "From: mailer-daemon@x.example\nSubject: failure notice\n";
        return Stream.of(
                () -> daemon + "\n" + "\n".repeat(700_000),
                () -> daemon + "\n" + " ".repeat(1_500_000),
                () -> daemon + "\n" + "-".repeat(1_500_000),
                () -> daemon + "\n" + "user ".repeat(300_000),
                () -> daemon + "\n" + "5.1.".repeat(300_000),
                () -> daemon + "\n" + "550 ".repeat(300_000),
                () -> daemon + "To: " + "a".repeat(60_000) + "\n\n550 5.1.1\n",
                () -> daemon + "To: " + "a@".repeat(30_000) + "\n\n550 5.1.1\n",
                () -> daemon + "Content-Type: text/html\n\n" + "<style>".repeat(200_000),
                () -> daemon + ("X-A: " + "=?".repeat(32_000) + "\n").repeat(31) + "\nx\n",
                () -> ("Subject: " + "=?".repeat(32_000) + "\n").repeat(15)
                        + ("From: " + "=?".repeat(32_000) + "\n").repeat(15) + "\nx\n",
                () -> daemon + "Content-Type: text/html\n\n" + "<br ".repeat(300_000),
                () -> daemon + "Content-Type: text/html\n\n" + "<style ".repeat(200_000),
                () -> daemon + "Content-Type: text/html\n\n" + "<".repeat(1_500_000),
                () -> withStatus("Final-Recipient: rfc822; a@x.example\nAction: failed\nStatus: 5.1.1\n"
                        + "Diagnostic-Code: smtp; " + "550 user".repeat(200_000)),
                () -> withStatus("Final-Recipient: rfc822; a@x.example\nAction: failed\n\n".repeat(25_000)),
                () -> withStatus(":\n".repeat(300_000)),
                () -> "Content-Type: multipart/report; boundary=" + "b".repeat(60_000) + "\n\nx\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-99", "", "us-ascii", "x-\u00e4", "iso-8859-1", "utf-16"})
    void anyCharsetIsRead(String charset) {
        var message = "From: mailer-daemon@x.example\nSubject: failure notice\nContent-Type: text/plain; charset=\""
                + charset + "\"\n\n550 5.1.1 no such user, s\u00f8rry\n";

        assertThat(read(message).kind()).isEqualTo(Kind.FAILURE);
    }

    @Test
    void wordsHaveNoControlCharactersAndAreShort() {
        var report = read(withStatus("Final-Recipient: rfc822; a@x.example\nAction: failed\nStatus: 5.1.1\n"
                + "Diagnostic-Code: smtp; 550 a\u0000b\u001b[31mc\u2028d " + "x".repeat(5_000)));

        assertThat(report.words()).hasSizeLessThanOrEqualTo(400).doesNotContainPattern("\\p{Cntrl}|\\u2028");
    }

    @Test
    void anyBytesAreReadOrRefused() {
        var random = new Random(7);
        for (var round = 0; round < 300; round++) {
            var bytes = bytes(withStatus("Final-Recipient: rfc822; a@x.example\nAction: failed\nStatus: 5.1.1"));
            for (var change = 0; change < 30; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(readOrRefuse(bytes)).isNotNull();
        }
    }

    private Object readOrRefuse(byte[] message) {
        try {
            return reader.read(message);
        } catch (UnreadableReportException refused) {
            return refused;
        }
    }

    private Report read(String message) {
        return reader.read(bytes(message));
    }

    private static String nested(int depth) {
        var message = new StringBuilder("MIME-Version: 1.0\n");
        for (var level = 0; level < depth; level++) {
            message.append("Content-Type: multipart/mixed; boundary=b")
                    .append(level)
                    .append("\n\n--b")
                    .append(level)
                    .append('\n');
        }
        return message.append("\nx\n").toString();
    }

    private static String messagesWithin(int depth) {
        return "Content-Type: message/rfc822\n\n".repeat(depth) + "Subject: x\n\nx\n";
    }
}
