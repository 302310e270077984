package org.vedette.notification.delivery.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.vedette.notification.delivery.Reply;
import org.vedette.notification.subscribers.EmailAddress;

/** Connections to the mail server that are kept between mails; each caller's thread has one to itself. */
@Component
class SmtpConnections implements DisposableBean {

    /** So long nobody is kept waiting by a server that has just been found away. */
    private static final Duration RESPITE = Duration.ofSeconds(1);

    private final SmtpSession session;
    private final Clock clock;
    private final ConcurrentLinkedDeque<SMTPTransport> idle = new ConcurrentLinkedDeque<>();
    private final AtomicReference<@Nullable Absence> absence = new AtomicReference<>();

    SmtpConnections(SmtpSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Offers a mail to the server. */
    Reply deliver(byte[] mail, EmailAddress to) {
        var kept = idle.pollFirst();
        if (kept != null) {
            var verdict = attempt(kept, mail, to);
            // Servers close connections they find idle too long; that says nothing about the mail.
            if (verdict.connection() != SmtpVerdict.Connection.GONE || verdict.reply() instanceof Reply.Unclear) {
                return verdict.reply();
            }
        }
        return deliverOnNewConnection(mail, to);
    }

    @Override
    public void destroy() {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            close(kept);
        }
    }

    private Reply deliverOnNewConnection(byte[] mail, EmailAddress to) {
        var last = absence.get();
        if (last != null && clock.instant().isBefore(last.until())) {
            return new Reply.TryLater(last.reason());
        }
        try {
            return attempt(session.connect(), mail, to).reply();
        } catch (MessagingException away) {
            var reply = SmtpVerdict.of(away, false).reply();
            absence.set(new Absence(clock.instant().plus(RESPITE), reply.text()));
            return new Reply.TryLater(reply.text());
        }
    }

    private SmtpVerdict attempt(SMTPTransport transport, byte[] mail, EmailAddress to) {
        var verdict = verdict(transport, mail, to);
        if (verdict.connection() == SmtpVerdict.Connection.REUSABLE) {
            idle.addFirst(transport);
        } else {
            close(transport);
        }
        return verdict;
    }

    private SmtpVerdict verdict(SMTPTransport transport, byte[] mail, EmailAddress to) {
        var message = session.message(mail);
        try {
            transport.sendMessage(message, new Address[] {address(to)});
            return SmtpVerdict.accepted(transport.getLastServerResponse());
        } catch (MessagingException failure) {
            return SmtpVerdict.of(failure, message.isHandedOver());
        }
    }

    private static Address address(EmailAddress to) throws AddressException {
        return new InternetAddress(to.value());
    }

    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // It was to go anyway.
        }
    }

    /** The server could not be reached, and is not asked again until a certain time. */
    private record Absence(Instant until, String reason) {}
}
