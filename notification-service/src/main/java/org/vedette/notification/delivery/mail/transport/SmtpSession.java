package org.vedette.notification.delivery.mail.transport;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.Socket;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.vedette.notification.NotificationServiceProperties.Smtp;
import org.vedette.starter.smtp.NoDelaySocketFactory;

/** The session with a mail server: the settings under {@code spring.mail}, and those that sending many mails needs. */
public final class SmtpSession {

    private final Login login;
    private final Session session;
    private final String protocol;
    private final SocketRecorder sockets = new SocketRecorder(new NoDelaySocketFactory());

    /** Where a mail server is, and who we are there. */
    public record Login(
            String host,
            int port,
            @Nullable String username,
            @Nullable String password) {

        /** The one under {@code spring.mail}. */
        public static Login of(JavaMailSenderImpl configured) {
            return new Login(
                    Objects.requireNonNullElse(configured.getHost(), "localhost"),
                    configured.getPort(),
                    configured.getUsername(),
                    configured.getPassword());
        }

        @Nullable
        String user() {
            return username == null || username.isBlank() ? null : username;
        }

        /** With a password alone the mail library would log in as the owner of this process. */
        @Nullable
        String passwordOfUser() {
            return user() == null ? null : password;
        }

        /** Without the password. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    public SmtpSession(Login login, JavaMailSenderImpl common, Smtp smtp) {
        this.login = login;
        this.protocol = common.getProtocol() == null ? "smtp" : common.getProtocol();
        var prefix = "mail." + protocol + ".";
        var settings = new Properties();
        settings.putAll(common.getJavaMailProperties());
        settings.put(prefix + "auth", Boolean.toString(login.user() != null));
        settings.put(prefix + "quitwait", "false");
        settings.put(prefix + "socketFactory", sockets);
        settings.put(prefix + "userset", "true"); // isConnected() sends RSET instead of NOOP
        var connect = Long.toString(smtp.connectTimeout().toMillis());
        var reply = Long.toString(smtp.answerTimeout().toMillis());
        settings.put(prefix + "connectiontimeout", connect);
        settings.put(prefix + "timeout", reply);
        settings.put(prefix + "writetimeout", reply);
        this.session = Session.getInstance(settings);
    }

    Connection connect() throws MessagingException {
        var transport = (SMTPTransport) session.getTransport(protocol);
        transport.connect(login.host(), login.port(), login.user(), login.passwordOfUser());
        return new Connection(transport, sockets.newest());
    }

    /** A connection, and the socket under it, which any thread may close. */
    record Connection(SMTPTransport transport, Socket socket) {}

    RawMessage message(byte[] bytes, String sender, BooleanSupplier allowed) {
        return new RawMessage(session, bytes, sender, allowed);
    }
}
