package org.vedette.notification.bounces.mail.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.bounces.mail.reports.TestReports.MESSAGE_ID;
import static org.vedette.notification.bounces.mail.reports.TestReports.OURS;
import static org.vedette.notification.bounces.mail.reports.TestReports.RETURN_PATH;
import static org.vedette.notification.bounces.mail.reports.TestReports.bytes;
import static org.vedette.notification.bounces.mail.reports.TestReports.report;
import static org.vedette.notification.bounces.mail.reports.TestReports.withFeedback;
import static org.vedette.notification.bounces.mail.reports.TestReports.withStatus;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vedette.notification.bounces.Report;
import org.vedette.notification.bounces.Report.Kind;

/** Reports with a part for machines. */
class DeliveryReportTests {

    private static final String GONE = """
        Final-Recipient: rfc822; ada@reader.example
        Original-Recipient: rfc822;ada@reader.example
        Action: failed
        Status: 5.1.1
        Remote-MTA: dns; mx.reader.example
        Diagnostic-Code: smtp; 550 5.1.1 <ada@reader.example>: Recipient address
            rejected: User unknown in virtual mailbox table
        """;

    private final MimeReportReader reader = new MimeReportReader();

    @Test
    void aReportNamesTheMailTheStatusAndTheWords() {
        var report = read(withStatus(GONE));

        assertThat(report.kind()).isEqualTo(Kind.FAILURE);
        assertThat(report.status()).hasToString("5.1.1");
        assertThat(report.words())
                .isEqualTo("550 5.1.1 <ada@reader.example>: Recipient address rejected: User unknown in virtual mailbox"
                        + " table");
        assertThat(report.about().messageId()).isEqualTo(MESSAGE_ID);
        assertThat(report.about().recipient()).isEqualTo("ada@reader.example");
        assertThat(report.about().addresses()).contains(RETURN_PATH);
    }

    @Test
    void copiesOfAReportAreToldByItsMessageIdOrElseByAllOfIt() {
        var named = "Message-ID: <1@mx.example>\n" + withStatus(GONE);

        assertThat(read("Received: by a.example\n" + named).id())
                .isEqualTo(read(named).id());
        assertThat(read(named.replace("<1@", "<2@")).id())
                .isNotEqualTo(read(named).id());
        assertThat(read(withStatus(GONE)).id()).isEqualTo(read(withStatus(GONE)).id());
        assertThat(read(withStatus(GONE)).id())
                .isNotEqualTo(read(withStatus(GONE) + "more\n").id());
    }

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, FAILURE",
        "FAILED (permanent), 5.0.0, FAILURE",
        "delayed, 4.4.1, DELAY",
        "delivered, 2.0.0, SUCCESS",
        "relayed, 2.0.0, SUCCESS",
        "expanded, 2.0.0, SUCCESS",
        "'', 4.2.2, DELAY",
        "'', 5.2.2, FAILURE",
        "whatever, 5.2.2, FAILURE",
    })
    void theActionSaysWhatHappened(String action, String status, Kind kind) {
        var block = "Final-Recipient: rfc822; a@reader.example\nAction: " + action + "\nStatus: " + status;

        assertThat(read(withStatus(block)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.0.0 | smtp; 550 5.1.1 no such user | 5.1.1",
                "5.0.0 | smtp; 550 User unknown | 5.1.0",
                "5.0.0 | smtp; 550-Mailbox unavailable | 5.1.0",
                "5.0.0 | X-Postfix; unknown user: \"ada\" | 5.1.0",
                "5.0.0 | smtp; 552 mailbox full, quota exceeded | 5.2.2",
                "5.0.0 | smtp; 554 rejected due to spam policy | 5.7.1",
                "5.0.0 | smtp; 550 this account has been disabled | 5.2.1",
                "5.4.0 | dns; host or domain name not found | 5.1.2",
                "5.0.0 (undefined status) | smtp; 550 #5.1.1 no mailbox | 5.1.1",
                "4.0.0 | smtp; 452 mailbox full | 4.2.2",
                "5.1.1 | smtp; 550 5.7.1 blocked | 5.1.1",
                "5.1.0 | smtp; 550 no | 5.1.0",
                "5.0.0 | smtp; 550 from 5.1.1.3 refused | 5.0.0",
                "5.0.0 | '' | 5.0.0",
                "'' | smtp; 554 delivery error | 5.0.0",
            })
    void aVagueStatusIsMadePreciseByTheWords(String status, String diagnostic, String expected) {
        var block = "Final-Recipient: rfc822; a@reader.example\nAction: failed\nStatus: " + status
                + "\nDiagnostic-Code: " + diagnostic;

        assertThat(read(withStatus(block)).status()).hasToString(expected);
    }

    @Test
    void theWorstOfSeveralRecipientsCounts() {
        var blocks = "Final-Recipient: rfc822; a@reader.example\nAction: delivered\nStatus: 2.0.0\n\n" + GONE
                + "\nFinal-Recipient: rfc822; c@reader.example\nAction: delayed\nStatus: 4.0.0";

        assertThat(read(withStatus(blocks)).kind()).isEqualTo(Kind.FAILURE);
    }

    @Test
    void whoForwardsIsKnownByTheOriginalRecipient() {
        var forwarded = report(
                "delivery-status",
                "message/delivery-status",
                """
                Reporting-MTA: dns; x

                Original-Recipient: rfc822; ada@reader.example
                Final-Recipient: rfc822; ada@elsewhere.example
                Action: failed
                Status: 5.1.1
                """,
                "text/rfc822-headers",
                "Message-ID: <" + MESSAGE_ID + ">\n");

        assertThat(read(forwarded).about().recipient()).isEqualTo("ada@reader.example");
    }

    @Test
    void theHeadersAloneNameTheMail() {
        var report = report(
                "delivery-status",
                "message/delivery-status",
                "Reporting-MTA: dns; x\n\n" + GONE,
                "text/rfc822-headers",
                OURS);

        assertThat(read(report).about().messageId()).isEqualTo(MESSAGE_ID);
    }

    @Test
    void anInternationalReportIsReadAsWell() {
        var report = report("delivery-status", "message/global-delivery-status", """
            Reporting-MTA: dns; x

            Final-Recipient: utf-8; zoë@reader.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 käyttäjää ei ole
            """, "message/global-headers", OURS);

        assertThat(read(report).status()).hasToString("5.1.1");
        assertThat(read(report).words()).contains("ei ole");
        assertThat(read(report).about().messageId()).isEqualTo(MESSAGE_ID);
    }

    @Test
    void anEncodedStatusIsDecoded() {
        var encoded = Base64.getMimeEncoder()
                .encodeToString(("Reporting-MTA: dns; x\r\n\r\n" + GONE).getBytes(StandardCharsets.UTF_8));
        var report = report(
                "delivery-status",
                "message/delivery-status\nContent-Transfer-Encoding: base64",
                encoded,
                "text/rfc822-headers",
                OURS);

        assertThat(read(report).status()).hasToString("5.1.1");
    }

    @Test
    void aReportThatWasCutOffIsReadAsFarAsItGoes() {
        var whole = withStatus(GONE);

        var report = read(whole.substring(0, whole.indexOf("Remote-MTA")));

        assertThat(report.kind()).isEqualTo(Kind.FAILURE);
        assertThat(report.status()).hasToString("5.1.1");
        assertThat(report.about().addresses()).contains(RETURN_PATH);
    }

    @Test
    void aReportAboutAReportIsNotFollowed() {
        var twice = report(
                "delivery-status",
                "message/delivery-status",
                "Reporting-MTA: dns; x\n\n" + GONE,
                "message/rfc822",
                withStatus(GONE));

        assertThat(read(twice).kind()).isEqualTo(Kind.LOOP);
    }

    @Test
    void theAddressOfTheEnvelopeIsFoundWhereverAServerPutsIt() {
        var delivered = "Delivered-To: bounces+first@blog.example\nX-Original-To: bounces+second@blog.example\n"
                + withStatus(GONE);

        assertThat(read(delivered).about().addresses())
                .contains("bounces+first@blog.example", "bounces+second@blog.example", RETURN_PATH);
    }

    @ParameterizedTest
    @CsvSource({
        "abuse, COMPLAINT",
        "Fraud, COMPLAINT",
        "opt-out, COMPLAINT",
        "not-spam, FEEDBACK",
        "virus, FEEDBACK",
        "auth-failure, FEEDBACK",
        "other, FEEDBACK",
        "something-new, FEEDBACK",
    })
    void aComplaintIsToldFromOtherFeedback(String type, Kind kind) {
        var report = read(withFeedback("Feedback-Type: " + type + "\nOriginal-Mail-From: <bounces+arf@blog.example>\n"
                + "Original-Rcpt-To: <ada@reader.example>"));

        assertThat(report.kind()).isEqualTo(kind);
        assertThat(report.words()).isEqualToIgnoringCase(type);
        assertThat(report.about().addresses()).contains("bounces+arf@blog.example");
        assertThat(report.about().messageId()).isEqualTo(MESSAGE_ID);
    }

    private Report read(String message) {
        return reader.read(bytes(message));
    }
}
