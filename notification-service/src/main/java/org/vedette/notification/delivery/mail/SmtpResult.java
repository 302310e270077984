package org.vedette.notification.delivery.mail;

import jakarta.mail.MessagingException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.vedette.notification.delivery.Reply;

/**
 * The result of an attempt, for the mail and for the connection it was made on.
 *
 * @param connection whether another mail may be sent on it
 */
record SmtpResult(Reply reply, Connection connection) {

    enum Connection {
        /** Ready for the next mail. */
        REUSABLE,
        /** Ready for the next mail once the server has confirmed a reset. */
        TO_BE_RESET,
        /** Open, but in the middle of a mail transaction. */
        IN_TRANSACTION,
        /** Closed by the server, or broken. */
        CLOSED
    }

    /** RFC 3463 §3.2: bad mailbox, system or syntax, moved; and RFC 7505's null MX. None of those about the sender. */
    private static final Pattern NO_SUCH_MAILBOX = Pattern.compile("^5\\d\\d[ -]5\\.1\\.(1|2|3|6|10)\\b");

    /** The server closes the connection after this reply (RFC 5321 §3.8). */
    private static final int CLOSING = 421;

    private static final int PERMANENT = 500;
    private static final int LONGEST = 400;

    static SmtpResult accepted(String reply) {
        return new SmtpResult(new Reply.Accepted(shorten(reply)), Connection.REUSABLE);
    }

    static SmtpResult of(MessagingException failure, boolean handedOver) {
        return chain(failure)
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast)
                .filter(refused -> refused.getReturnCode() != CLOSING)
                .findFirst()
                .map(refused -> replied(refused.getReturnCode(), refused, Connection.TO_BE_RESET))
                .orElseGet(() -> ofMail(failure, handedOver));
    }

    /** The connection broke, or something failed that the mail server has no part in. */
    static SmtpResult broken(Throwable failure, boolean handedOver) {
        var reply = handedOver ? new Reply.Uncertain(text(failure)) : new Reply.TryLater(text(failure));
        return new SmtpResult(reply, Connection.CLOSED);
    }

    private static SmtpResult ofMail(MessagingException failure, boolean handedOver) {
        if (failure instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
            var after = refused.getReturnCode() == CLOSING ? Connection.CLOSED : Connection.IN_TRANSACTION;
            // A refused MAIL FROM is about the sender, not about the subscriber.
            return refused.getCommand().startsWith("MAIL")
                    ? new SmtpResult(new Reply.TryLater(text(refused)), after)
                    : replied(refused.getReturnCode(), refused, after);
        }
        return broken(failure, handedOver);
    }

    private static SmtpResult replied(int code, MessagingException refusal, Connection after) {
        var text = text(refusal);
        var reply = code >= PERMANENT
                ? new Reply.Refused(text, NO_SUCH_MAILBOX.matcher(text).find())
                : new Reply.TryLater(text);
        return new SmtpResult(reply, after);
    }

    private static Stream<Exception> chain(MessagingException failure) {
        return Stream.iterate(
                (Exception) failure,
                Objects::nonNull,
                next -> next instanceof MessagingException messaging ? messaging.getNextException() : null);
    }

    private static String text(Throwable failure) {
        return shorten(Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
    }

    private static String shorten(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
