package org.vedette.notification.delivery.mail.transport;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.delivery.servers.Answer;
import org.vedette.notification.subscribers.EmailAddress;

/** Keeps connections to one mail server open between mails, as long as they are not too old. Each caller uses one alone. */
public final class SmtpConnectionPool {

    private static final Logger log = LoggerFactory.getLogger(SmtpConnectionPool.class);
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(2);
    private static final SmtpResult NOT_ALLOWED =
            SmtpResult.notSent("not sent: the lease on the delivery is running out, or the service stops");

    private final SmtpSession session;
    private final Duration idleTimeout;
    private final Duration maxAge;
    private final Clock clock;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Map<RawMessage, Socket> inProgress = new ConcurrentHashMap<>();

    /**
     * A pool without connections.
     *
     * @param idleTimeout how long a connection is kept without a mail
     * @param maxAge how long a connection is used
     */
    public SmtpConnectionPool(SmtpSession session, Duration idleTimeout, Duration maxAge, Clock clock) {
        this.session = session;
        this.idleTimeout = idleTimeout;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /**
     * Offers a mail to the server.
     *
     * @param allowed asked again before the first byte of the mail is sent
     */
    public SmtpResult deliver(byte[] mail, Envelope envelope, BooleanSupplier allowed) {
        closeIdle();
        var kept = allowed.getAsBoolean() ? idle.pollFirst() : null;
        if (kept != null) {
            var result = attempt(kept, mail, envelope, allowed);
            // The server may have closed the connection while it was idle, which says nothing about the mail.
            if (result.answer() != Answer.BROKEN && !isEndOf(kept, result)) {
                return result;
            }
        }
        return allowed.getAsBoolean() ? deliverOnNewConnection(mail, envelope, allowed) : NOT_ALLOWED;
    }

    /** Closes the connections that were idle for longer than the timeout. */
    public void closeIdle() {
        var oldest = idle.peekLast();
        while (oldest != null && !oldest.idleSince().plus(idleTimeout).isAfter(clock.instant())) {
            if (idle.remove(oldest)) {
                close(oldest.transport());
            }
            oldest = idle.peekLast();
        }
    }

    public void closeAllIdle() {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            close(kept.transport());
        }
    }

    /** Breaks off the mails that are not handed over yet; the others wait for their replies. */
    public void breakOff() {
        inProgress.forEach((message, socket) -> {
            if (message.forbid()) {
                close(socket);
            }
        });
    }

    private SmtpResult deliverOnNewConnection(byte[] mail, Envelope envelope, BooleanSupplier allowed) {
        Connection connection;
        try {
            var opened = session.connect();
            connection = new Connection(opened.transport(), opened.socket(), clock.instant(), clock.instant());
        } catch (MessagingException failure) {
            return SmtpResult.notConnected(failure);
        }
        return attempt(connection, mail, envelope, allowed);
    }

    private SmtpResult attempt(Connection connection, byte[] mail, Envelope envelope, BooleanSupplier allowed) {
        var transport = connection.transport();
        var reusable = false;
        try {
            var result = send(connection, mail, envelope, allowed);
            reusable = isReusable(transport, result.connection()) && isYoung(connection);
            return result;
        } finally {
            if (reusable) {
                idle.addFirst(connection.idle(clock.instant()));
            } else {
                close(transport);
            }
        }
    }

    private SmtpResult send(Connection connection, byte[] mail, Envelope envelope, BooleanSupplier allowed) {
        var transport = connection.transport();
        var message = session.message(mail, envelope.sender(), allowed);
        inProgress.put(message, connection.socket());
        try {
            transport.sendMessage(message, new Address[] {address(envelope.to())});
            return SmtpResult.accepted(transport.getLastServerResponse());
        } catch (MessagingException failure) {
            return SmtpResult.of(failure, message);
        } catch (RuntimeException | Error failure) {
            log.error("Sending a mail failed unexpectedly; the connection is closed", failure);
            return SmtpResult.broken(failure, message.isHandedOver());
        } finally {
            inProgress.remove(message);
        }
    }

    private boolean isYoung(Connection connection) {
        return connection.openedAt().plus(maxAge).isAfter(clock.instant());
    }

    /** After a while without a mail, a server may close a connection with a reply to the next one (RFC 5321 §3.8). */
    private boolean isEndOf(Connection kept, SmtpResult result) {
        return result.answer() == Answer.BUSY
                && result.connection() == SmtpResult.Connection.CLOSED
                && kept.idleSince().plus(SHORT_PAUSE).isBefore(clock.instant());
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

    /** Closing the transport would wait for the mail in progress. */
    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            log.debug("The connection was closed already", alreadyClosed);
        }
    }

    /** A connection, and since when no mail was sent on it. */
    private record Connection(SMTPTransport transport, Socket socket, Instant openedAt, Instant idleSince) {

        Connection idle(Instant now) {
            return new Connection(transport, socket, openedAt, now);
        }
    }
}
