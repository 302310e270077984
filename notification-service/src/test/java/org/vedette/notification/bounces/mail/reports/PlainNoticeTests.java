package org.vedette.notification.bounces.mail.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.bounces.mail.reports.TestReports.MESSAGE_ID;
import static org.vedette.notification.bounces.mail.reports.TestReports.OURS;
import static org.vedette.notification.bounces.mail.reports.TestReports.bytes;
import static org.vedette.notification.bounces.mail.reports.TestReports.plain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.notification.bounces.Report;
import org.vedette.notification.bounces.Report.Kind;

/** Reports that only people are meant to read. */
class PlainNoticeTests {

    private static final String DAEMON = """
            From: MAILER-DAEMON@mx.reader.example
            To: bounces+token@blog.example
            Subject: failure notice
            """;

    private final MimeReportReader reader = new MimeReportReader();

    @Test
    void qmail() {
        var report = read(plain(DAEMON, """
                Hi. This is the qmail-send program at mx.reader.example.
                I'm afraid I have to tell you that this did not work.

                <ada@reader.example>:
                Sorry, no mailbox here by that name. (#5.1.1)

                --- Below this line is a copy of the message.

                """ + OURS + "\nuser unknown, quota exceeded\n"));

        assertFailure(report, "5.1.1");
        assertThat(report.words()).startsWith("Sorry, no mailbox here by that name. (#5.1.1)");
    }

    @Test
    void qmailWithoutACode() {
        var report = read(plain(DAEMON, """
                Hi. This is the qmail-send program at mx.reader.example.

                <ada@reader.example>:
                Sorry, the user's mailbox is full, over quota.

                --- Below this line is a copy of the message.

                """ + OURS));

        assertFailure(report, "5.2.2");
    }

    @Test
    void exim() {
        var report = read(plain("""
                X-Failed-Recipients: ada@reader.example
                Auto-Submitted: auto-replied
                From: Mail Delivery System <Mailer-Daemon@mx.reader.example>
                To: bounces+token@blog.example
                Subject: Mail delivery failed: returning message to sender
                """, """
                This message was created automatically by mail delivery software.

                The following address failed for good:

                  ada@reader.example
                    host mx2.reader.example [203.0.113.5]
                    SMTP error from remote mail server after RCPT TO:<ada@reader.example>:
                    550 5.1.1 The account that you tried to reach does not exist

                ------ This is a copy of the message, including all the headers. ------

                """ + OURS + "\ntext\n"));

        assertFailure(report, "5.1.1");
    }

    @Test
    void eximThatSendsLocally() {
        var report = read(plain("""
                X-Failed-Recipients: ada@reader.example
                From: Mail Delivery System <Mailer-Daemon@mx.reader.example>
                Subject: Mail delivery failed: returning message to sender
                """, """
                This message was created automatically by mail delivery software.

                  ada@reader.example
                    Unrouteable address

                ------ This is a copy of the message, including all the headers. ------

                """ + OURS));

        assertFailure(report, "5.1.2");
    }

    @Test
    void eximThatGoesOnTrying() {
        var report = read(plain("""
                From: Mail Delivery System <Mailer-Daemon@mx.reader.example>
                Subject: Warning: message 1abCDe-000123-4F delayed 24 hours
                """, """
                This message was created automatically by mail delivery software.
                A message that you sent has not yet been delivered after more than 24 hours.
                No action is required on your part. Delivery attempts go on for some time.
                """));

        assertThat(report.kind()).isEqualTo(Kind.DELAY);
    }

    @Test
    void postfixAsTextAlone() {
        var report = read(plain("""
                From: MAILER-DAEMON@mx.reader.example (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                """, """
                This is the mail system at host mx.reader.example.

                Your message could not be delivered. It is attached below.

                <ada@reader.example>: host store.reader.example[203.0.113.6] said: 452-4.2.2
                    The mailbox is over quota (in reply to RCPT TO command)

                --- Original message ---

                """ + OURS));

        assertFailure(report, "4.2.2");
        assertThat(report.words()).contains("over quota");
    }

    @Test
    void sendmail() {
        var report = read(plain("""
                From: Mail Delivery Subsystem <MAILER-DAEMON@mx.reader.example>
                Subject: Returned mail: see transcript for details
                """, """
                The original message was received at Mon, 23 Nov 2026 09:00:00 GMT
                from smtp.blog.example [198.51.100.4]

                   ----- The following addresses had permanent fatal errors -----
                <ada@reader.example>
                    (reason: 550 5.1.1 <ada@reader.example>... User unknown)

                   ----- Transcript of session follows -----
                ... while talking to mx2.reader.example.:
                >>> DATA
                <<< 550 5.1.1 <ada@reader.example>... User unknown

                   ----- Original message follows -----

                """ + OURS));

        assertFailure(report, "5.1.1");
    }

    @Test
    void exchange() {
        var report = read("""
                From: postmaster@reader.example
                To: bounces+token@blog.example
                Subject: Undeliverable: Lures of the week
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/html; charset=utf-8

                <html><style>p { color: red }</style><body><p>Your message did not reach some or all of the recipients.</p>
                <p>ada@reader.example<br>
                The account was not found at the place that it was sent to.
                &lt;mx.reader.example #5.1.10 smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found&gt;</p></body></html>

                --x
                Content-Type: message/rfc822

                %s
                text
                --x--
                """.formatted(OURS));

        assertFailure(report, "5.1.10");
        assertThat(report.words()).contains("RecipientNotFound").doesNotContain("<p>");
    }

    @Test
    void aNoticeInGerman() {
        var report = read(plain("""
                From: Postmaster <postmaster@reader.example>
                Subject: =?UTF-8?Q?Unzustellbar:_Lures_of_the_week?=
                Content-Type: text/plain; charset=iso-8859-1
                """, """
                Fehler bei der Zustellung an folgende Empfaenger:

                ada@reader.example
                #550 5.1.1 Postfach nicht gefunden ##

                Original message headers:

                """ + OURS));

        assertFailure(report, "5.1.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-replied | Re: Lures",
                "Auto-Submitted: auto-replied; owner-email=\"ada@reader.example\" | Re: Lures",
                "X-Autoreply: yes | Re: Lures",
                "Precedence: auto_reply | Re: Lures",
                "X-Any: 1 | Out of Office: Lures of the week",
                "X-Any: 1 | Automatic reply: Lures of the week",
                "X-Any: 1 | =?utf-8?Q?Automatische_Antwort:_Lures?=",
                "X-Any: 1 | =?utf-8?B?UsOpcG9uc2UgYXV0b21hdGlxdWUgOiBMdXJlcw==?=",
            })
    void aProgramThatAnswersForAPersonSaysNothingAboutTheMailbox(String mark, String subject) {
        var reply = plain(
                "From: Ada <ada@reader.example>\nSubject: " + subject + "\n" + mark,
                "I am away until Monday. My old mailbox bob@reader.example does not exist any more: 550 5.1.1.\n");

        assertThat(read(reply).kind()).isEqualTo(Kind.AUTO_REPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: ada@reader.example\nSubject: Re: Lures of the week\n\nThanks! user unknown 550 5.1.1\n",
                "From: spam@reader.example\nSubject: Buy this\n\nYour mailbox is full, 552 5.2.2.\n",
                "\n\n",
                "no header at all",
                "",
            })
    void whatPeopleWriteIsNoReport(String message) {
        assertThat(read(message).kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void aNoticeAboutANoticeIsNotFollowed() {
        var report = read(plain(DAEMON, """
                Hi. This is the qmail-send program at mx.reader.example.

                <mailer-daemon@blog.example>:
                Sorry, no mailbox here by that name. (#5.1.1)

                --- Below this line is a copy of the message.

                Return-Path: <>
                From: MAILER-DAEMON@blog.example
                Subject: failure notice

                text
                """));

        assertThat(report.kind()).isEqualTo(Kind.LOOP);
    }

    private static void assertFailure(Report report, String status) {
        assertThat(report.kind()).isEqualTo(Kind.FAILURE);
        assertThat(report.status()).hasToString(status);
        assertThat(report.about().messageId()).isEqualTo(MESSAGE_ID);
        assertThat(report.about().recipient()).isEqualTo("ada@reader.example");
    }

    private Report read(String message) {
        return reader.read(bytes(message));
    }
}
