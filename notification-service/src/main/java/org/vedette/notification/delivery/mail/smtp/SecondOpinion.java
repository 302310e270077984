package org.vedette.notification.delivery.mail.smtp;

import org.vedette.notification.delivery.Reply;
import org.vedette.notification.delivery.mail.transport.SmtpReplyClassifier;
import org.vedette.notification.delivery.servers.MailServer;

/**
 * Judges a refusal that was repeated, by what others got from the same server in between: one that takes their mails means the
 * recipient, one that refuses them as well means all.
 */
final class SecondOpinion {

    /** Some refusals in a row are a coincidence. */
    private static final int FEW = 3;

    /** More refusals in a row are no coincidence: nobody is believed soon. */
    private static final int MANY = 10;

    private SecondOpinion() {}

    /**
     * Whether a second answer about a mailbox may come to something. Of many made-up mailboxes in a row each would wait in vain
     * for one that is taken; they are deferred instead.
     */
    static boolean isWorthWaitingFor(MailAttempt attempt, MailServer server) {
        return attempt.message().isToAConfirmedMailbox() || server.badSinceAccepted() <= MANY;
    }

    /** What a second answer that there is no such mailbox means. */
    static Reply onMailbox(MailAttempt attempt, MailServer server, MailAttempt.FirstRefusal first, String text) {
        var mailbox = attempt.message().to().key();
        var othersAccepted = server.accepted() > first.accepted() && server.badSinceAccepted() <= FEW;
        var isAlone = server.accepted() == first.accepted() && server.refusedNobodyBut(mailbox);
        return othersAccepted || isAlone
                ? new Reply.Refused(text, SmtpReplyClassifier.saysNoSuchMailbox(text))
                : new Reply.TryLater(text, true);
    }

    /** Whether the server, asked less often, is still busy for everybody. */
    static boolean isBusyForAll(MailServer server, MailAttempt.FirstRefusal first) {
        return server.accepted() == first.accepted();
    }

    /** What a second answer that the server is busy means when it took other mails in between. */
    static Reply onBusy(MailAttempt attempt, MailAttempt.FirstRefusal first, String text) {
        if (attempt.domain().accepted() == first.acceptedOfDomain()) {
            attempt.domain().recordBusy();
        }
        return new Reply.TryLater(text);
    }
}
