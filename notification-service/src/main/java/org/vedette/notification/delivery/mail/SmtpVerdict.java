package org.vedette.notification.delivery.mail;

import jakarta.mail.MessagingException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.vedette.notification.delivery.Reply;

/**
 * What an attempt means for the mail, and for the connection it was made on.
 *
 * @param connection whether another mail may be sent on it
 */
record SmtpVerdict(Reply reply, Connection connection) {

    enum Connection {
        /** Ready for the next mail. */
        REUSABLE,
        /** There, but in the middle of something. */
        SPENT,
        /** Closed by the server, or broken. */
        GONE
    }

    /** RFC 3463 §3.2: bad mailbox, system or syntax, moved; and RFC 7505's null MX. None of those about the sender. */
    private static final Pattern NO_SUCH_MAILBOX = Pattern.compile("^5\\d\\d[ -]5\\.1\\.(1|2|3|6|10)\\b");

    private static final int CLOSING = 421;
    private static final int PERMANENT = 500;
    private static final int LONGEST = 400;

    static SmtpVerdict accepted(String answer) {
        return new SmtpVerdict(new Reply.Accepted(shorten(answer)), Connection.REUSABLE);
    }

    static SmtpVerdict of(MessagingException failure, boolean handedOver) {
        return chain(failure)
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast)
                .filter(refused -> refused.getReturnCode() != CLOSING)
                .findFirst()
                .map(refused -> answered(refused.getReturnCode(), refused, Connection.REUSABLE))
                .orElseGet(() -> ofMail(failure, handedOver));
    }

    private static SmtpVerdict ofMail(MessagingException failure, boolean handedOver) {
        if (failure instanceof SMTPSendFailedException answer && answer.getReturnCode() > 0) {
            var after = answer.getReturnCode() == CLOSING ? Connection.GONE : Connection.SPENT;
            // A refused MAIL FROM is about us, not about the subscriber.
            return answer.getCommand().startsWith("MAIL")
                    ? new SmtpVerdict(new Reply.TryLater(text(answer)), after)
                    : answered(answer.getReturnCode(), answer, after);
        }
        var reply = handedOver ? new Reply.Unclear(text(failure)) : new Reply.TryLater(text(failure));
        return new SmtpVerdict(reply, Connection.GONE);
    }

    private static SmtpVerdict answered(int code, MessagingException answer, Connection after) {
        var text = text(answer);
        var reply = code >= PERMANENT
                ? new Reply.Refused(text, NO_SUCH_MAILBOX.matcher(text).find())
                : new Reply.TryLater(text);
        return new SmtpVerdict(reply, after);
    }

    private static Stream<Exception> chain(MessagingException failure) {
        return Stream.iterate(
                (Exception) failure,
                Objects::nonNull,
                next -> next instanceof MessagingException messaging ? messaging.getNextException() : null);
    }

    private static String text(Exception failure) {
        return shorten(Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
    }

    private static String shorten(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
