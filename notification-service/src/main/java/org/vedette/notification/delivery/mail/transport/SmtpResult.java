package org.vedette.notification.delivery.mail.transport;

import jakarta.mail.MessagingException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.delivery.servers.Answer;

/**
 * The result of an attempt, for the mail and for the connection it was made on.
 *
 * @param answer what the server did; null when the mail was not offered to it, or we did not want it sent any more
 * @param connecting whether it failed before there was a connection to send mails on
 * @param connection whether another mail may be sent on it
 */
public record SmtpResult(@Nullable Answer answer, boolean connecting, String text, Connection connection) {

    public enum Connection {
        /** Ready for the next mail. */
        REUSABLE,
        /** Ready for the next mail once the server has confirmed a reset. */
        TO_BE_RESET,
        /** Open, but in the middle of a mail transaction. */
        IN_TRANSACTION,
        /** Closed by the server, or broken. */
        CLOSED
    }

    /** How Angus quotes the server's reply to a connection attempt. */
    private static final Pattern GREETING = Pattern.compile("response: ([45]\\d\\d)\\b.*");

    private static final Pattern CODE = Pattern.compile("^([45]\\d\\d)[ -].*");

    /** The server closes the connection after this reply (RFC 5321 §3.8). */
    private static final int CLOSING = 421;

    private static final int LONGEST = 400;

    static SmtpResult accepted(String reply) {
        return new SmtpResult(Answer.ACCEPTED, false, shorten(reply), Connection.REUSABLE);
    }

    static SmtpResult notSent(String reason) {
        return new SmtpResult(null, false, reason, Connection.CLOSED);
    }

    /** Nothing was wrong with a mail server. */
    public static SmtpResult notComposed(String reason) {
        return new SmtpResult(null, true, reason, Connection.CLOSED);
    }

    /** Whether there was a mail to offer. */
    public boolean isComposed() {
        return !(answer == null && connecting);
    }

    /** The failure of a connection attempt: without a reply, or with one that refuses us. */
    static SmtpResult notConnected(MessagingException failure) {
        var text = text(failure);
        var reply = Stream.of(CODE.matcher(text), GREETING.matcher(text))
                .filter(matcher -> matcher.find())
                .findFirst();
        var answer = reply.map(matcher ->
                        SmtpReplyClassifier.classify(SmtpPhase.CONNECT, Integer.parseInt(matcher.group(1)), text))
                .orElse(Answer.BROKEN);
        return new SmtpResult(answer, true, text, Connection.CLOSED);
    }

    static SmtpResult of(MessagingException failure, RawMessage message) {
        if (message.isForbidden()) {
            return notSent("not sent: the lease on the delivery is running out, or the service stops");
        }
        return refusedRecipient(failure).orElseGet(() -> ofMail(failure, message.isHandedOver()));
    }

    /** The connection broke, or something failed that the mail server has no part in. */
    static SmtpResult broken(Throwable failure, boolean handedOver) {
        var answer = handedOver ? Answer.UNANSWERED : Answer.BROKEN;
        return new SmtpResult(answer, false, text(failure), Connection.CLOSED);
    }

    /** A recipient without a reply code got no reply: the connection broke. */
    private static Optional<SmtpResult> refusedRecipient(MessagingException failure) {
        return chain(failure)
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast)
                .filter(refused -> refused.getReturnCode() > 0)
                .findFirst()
                .map(refused -> refused(
                        SmtpPhase.RCPT,
                        refused.getReturnCode(),
                        refused,
                        refused.getReturnCode() == CLOSING ? Connection.CLOSED : Connection.TO_BE_RESET));
    }

    private static SmtpResult ofMail(MessagingException failure, boolean handedOver) {
        if (failure instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
            var after = refused.getReturnCode() == CLOSING ? Connection.CLOSED : Connection.IN_TRANSACTION;
            return refused(phase(refused.getCommand(), handedOver), refused.getReturnCode(), refused, after);
        }
        return broken(failure, handedOver);
    }

    private static SmtpPhase phase(String command, boolean handedOver) {
        if (command.startsWith("MAIL")) {
            return SmtpPhase.MAIL;
        }
        if (command.startsWith("RCPT")) {
            return SmtpPhase.RCPT;
        }
        return handedOver ? SmtpPhase.END : SmtpPhase.DATA;
    }

    private static SmtpResult refused(SmtpPhase phase, int code, MessagingException refusal, Connection after) {
        var text = text(refusal);
        return new SmtpResult(SmtpReplyClassifier.classify(phase, code, text), false, text, after);
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
