package org.vedette.notification.delivery.mail.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vedette.notification.delivery.servers.Answer;

class SmtpReplyClassifierTests {

    @ParameterizedTest
    @CsvSource({
        // The recipient's.
        "RCPT, 550 5.1.1 no such user, NO_MAILBOX",
        "RCPT, 550 5.1.2 no such domain, NO_MAILBOX",
        "RCPT, 553 5.1.3 bad syntax, NO_MAILBOX",
        "RCPT, 551 5.1.6 moved, NO_MAILBOX",
        "RCPT, 556 5.1.10 null MX, NO_MAILBOX",
        "RCPT, 550 5.2.1 disabled, NO_MAILBOX",
        "RCPT, 550 5.0.0 no, NO_MAILBOX",
        "RCPT, 550 no such user, NO_MAILBOX",
        "RCPT, 551 not local, NO_MAILBOX",
        "RCPT, 553 not allowed, NO_MAILBOX",
        "RCPT, 552 5.2.2 full, MAILBOX_BUSY",
        "RCPT, 552 5.2.3 too long, MAILBOX_BUSY",
        "RCPT, 452 4.2.2 full, MAILBOX_BUSY",
        "RCPT, 450 4.2.1 busy, MAILBOX_BUSY",
        "RCPT, 450 4.1.2 no answer from its server, MAILBOX_BUSY",
        "RCPT, 450 4.7.1 <ada@example.org>: Recipient address rejected: Greylisted, MAILBOX_BUSY",
        "RCPT, 451 4.7.1 Greylisting in action, MAILBOX_BUSY",
        "END, 452 4.2.2 full, MAILBOX_BUSY",
        // Ours, or the server's.
        "RCPT, 550 5.1.7 bad sender, REFUSED",
        "RCPT, 550 5.1.8 bad sender, REFUSED",
        "RCPT, 550 5.7.1 policy, REFUSED",
        "RCPT, 550-5.7.26 unauthenticated, REFUSED",
        "RCPT, 554 5.4.1 access denied, REFUSED",
        "RCPT, 554 relay access denied, REFUSED",
        "RCPT, 503 bad sequence, REFUSED",
        "RCPT, 552 storage exceeded, REFUSED",
        "CONNECT, 554 5.7.1 blocked, REFUSED",
        "CONNECT, 535 5.7.8 wrong password, REFUSED",
        "MAIL, 550 5.1.1 no such sender, REFUSED",
        "MAIL, 553 5.7.1 not your address, REFUSED",
        "DATA, 554 5.5.1 no valid recipients, REFUSED",
        "END, 550 5.1.1 no such user, REFUSED",
        "END, 554 5.6.0 looks like spam, REFUSED",
        "END, 554 5.7.1 spam, REFUSED",
        // The server wants to be asked less often.
        "CONNECT, 421 4.7.0 too many connections, BUSY",
        "MAIL, 450 4.7.1 rate limited, BUSY",
        "MAIL, 452 4.2.2 no room, BUSY",
        "RCPT, 421 4.2.1 closing, BUSY",
        "RCPT, 450 later, BUSY",
        "RCPT, 451 4.7.1 try again later, BUSY",
        "RCPT, 452 4.5.3 too many recipients, BUSY",
        "DATA, 451 4.3.0 later, BUSY",
        "END, 454 4.7.0 Throttling failure: Maximum sending rate exceeded, BUSY",
    })
    void aRefusalIsClassifiedByPhaseAndCodes(SmtpPhase phase, String text, Answer expected) {
        assertThat(SmtpReplyClassifier.classify(phase, Integer.parseInt(text.substring(0, 3)), text))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"550 5.1.1 no such user, true", "550 5.1.2 no, false", "550 no such user, false", "450 4.1.1 no, false"
    })
    void onlyOneStatusSaysThatAMailboxDoesNotExist(String text, boolean expected) {
        assertThat(SmtpReplyClassifier.saysNoSuchMailbox(text)).isEqualTo(expected);
    }
}
