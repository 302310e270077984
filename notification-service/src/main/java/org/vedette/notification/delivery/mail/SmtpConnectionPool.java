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
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.delivery.Reply;
import org.vedette.notification.subscribers.EmailAddress;

/** Keeps connections to the mail server open between mails. Each caller uses one alone. */
@Component
class SmtpConnectionPool implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SmtpConnectionPool.class);

    /** After a failed connection attempt no other is made for so long, because each may take until its timeout. */
    private static final Duration RECONNECT_DELAY = Duration.ofSeconds(1);

    private static final Reply NOT_ALLOWED = new Reply.TryLater("not sent: the lease on the delivery is running out");

    private final SmtpSession session;
    private final Duration idleTimeout;
    private final Clock clock;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
    private final AtomicReference<@Nullable Outage> outage = new AtomicReference<>();

    SmtpConnectionPool(SmtpSession session, NotificationServiceProperties properties, Clock clock) {
        this.session = session;
        this.idleTimeout = properties.smtp().idleTimeout();
        this.clock = clock;
    }

    /**
     * Offers a mail to the server.
     *
     * @param allowed asked again before the first byte of the mail is sent
     */
    Reply deliver(byte[] mail, EmailAddress to, BooleanSupplier allowed) {
        closeIdle();
        var kept = allowed.getAsBoolean() ? idle.pollFirst() : null;
        if (kept != null) {
            var result = attempt(kept.transport(), mail, to, allowed);
            // The server may have closed the connection while it was idle, which says nothing about the mail.
            if (result.connection() != SmtpResult.Connection.CLOSED || result.reply() instanceof Reply.Uncertain) {
                return result.reply();
            }
        }
        return allowed.getAsBoolean() ? deliverOnNewConnection(mail, to, allowed) : NOT_ALLOWED;
    }

    /** Closes the connections that were idle for longer than the timeout. */
    void closeIdle() {
        var oldest = idle.peekLast();
        while (oldest != null && !oldest.since().plus(idleTimeout).isAfter(clock.instant())) {
            if (idle.remove(oldest)) {
                close(oldest.transport());
            }
            oldest = idle.peekLast();
        }
    }

    @Override
    public void destroy() {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            close(kept.transport());
        }
    }

    private Reply deliverOnNewConnection(byte[] mail, EmailAddress to, BooleanSupplier allowed) {
        var last = outage.get();
        if (last != null && clock.instant().isBefore(last.until())) {
            return new Reply.TryLater(last.reason());
        }
        try {
            return attempt(session.connect(), mail, to, allowed).reply();
        } catch (MessagingException unavailable) {
            var reply = SmtpResult.of(unavailable, false).reply();
            outage.set(new Outage(clock.instant().plus(RECONNECT_DELAY), reply.text()));
            return new Reply.TryLater(reply.text());
        }
    }

    private SmtpResult attempt(SMTPTransport transport, byte[] mail, EmailAddress to, BooleanSupplier allowed) {
        var reusable = false;
        try {
            var result = send(transport, mail, to, allowed);
            reusable = isReusable(transport, result.connection());
            return result;
        } finally {
            if (reusable) {
                idle.addFirst(new Idle(transport, clock.instant()));
            } else {
                close(transport);
            }
        }
    }

    private SmtpResult send(SMTPTransport transport, byte[] mail, EmailAddress to, BooleanSupplier allowed) {
        var message = session.message(mail, allowed);
        try {
            transport.sendMessage(message, new Address[] {address(to)});
            return SmtpResult.accepted(transport.getLastServerResponse());
        } catch (MessagingException failure) {
            return SmtpResult.of(failure, message.isHandedOver());
        } catch (RuntimeException | Error failure) {
            log.error("Sending a mail failed unexpectedly; the connection is closed", failure);
            return SmtpResult.broken(failure, message.isHandedOver());
        }
    }

    /** After a refused recipient the transaction must be reset (RFC 5321 §4.1.1.5); {@code isConnected} sends RSET. */
    private static boolean isReusable(SMTPTransport transport, SmtpResult.Connection after) {
        return after == SmtpResult.Connection.REUSABLE
                || (after == SmtpResult.Connection.TO_BE_RESET && transport.isConnected());
    }

    private static Address address(EmailAddress to) throws AddressException {
        return new InternetAddress(to.value());
    }

    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException alreadyClosed) {
            log.debug("The mail server had closed the connection already", alreadyClosed);
        }
    }

    /** A connection that can be used for the next mail. */
    private record Idle(SMTPTransport transport, Instant since) {}

    /** The server was unavailable; no connection is attempted until a certain time. */
    private record Outage(Instant until, String reason) {}
}
