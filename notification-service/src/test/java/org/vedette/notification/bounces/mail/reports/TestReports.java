package org.vedette.notification.bounces.mail.reports;

import java.nio.charset.StandardCharsets;

/** Reports in the shapes of widespread mail servers, written anew. */
final class TestReports {

    static final String MESSAGE_ID = "018f.ada@blog.example";
    static final String RETURN_PATH = "bounces+token@blog.example";

    /** The header of one of our mails, as reports quote it. */
    static final String OURS = """
            Return-Path: <%s>
            From: Threat Intelligence Blog <alerts@blog.example>
            Subject: Out of office: what lures say, 550 5.1.1 user unknown
            To: ada@reader.example
            Message-ID: <%s>
            Auto-Submitted: auto-generated
            """.formatted(RETURN_PATH, MESSAGE_ID);

    private TestReports() {}

    static byte[] bytes(String message) {
        return message.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A report with a part for machines (RFC 3464). */
    static String withStatus(String recipientBlock) {
        return report(
                "delivery-status",
                "message/delivery-status",
                """
                Reporting-MTA: dns; mx.reader.example
                Arrival-Date: Mon, 23 Nov 2026 09:00:00 +0000

                %s
                """.formatted(recipientBlock.strip()),
                "message/rfc822",
                OURS + "\nThe text, and 550 5.7.1 in it.\n");
    }

    /** A report of a complaint (RFC 5965). */
    static String withFeedback(String fields) {
        return report(
                "feedback-report",
                "message/feedback-report",
                """
                User-Agent: Example-Feedback/1.0
                Version: 1
                %s
                """.formatted(fields.strip()),
                "message/rfc822",
                OURS + "\nThe text.\n");
    }

    static String report(String reportType, String type, String content, String returnedType, String returned) {
        return """
                Return-Path: <>
                From: Mail Delivery System <MAILER-DAEMON@mx.reader.example>
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=%s;
                 boundary="=_b/1"

                This is a MIME message.

                --=_b/1
                Content-Type: text/plain; charset=us-ascii

                Your mail did not arrive. See below.

                --=_b/1
                Content-Type: %s

                %s
                --=_b/1
                Content-Type: %s

                %s
                --=_b/1--
                """.formatted(RETURN_PATH, reportType, type, content, returnedType, returned);
    }

    /** A message of a single part. */
    static String plain(String header, String text) {
        return header.strip() + "\n\n" + text;
    }
}
