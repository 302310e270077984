package org.vedette.notification.delivery.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.starter.smtp.NoDelaySocketFactory;

/** The session with the mail server: the settings under {@code spring.mail}, and those that sending many mails needs. */
@Component
class SmtpSession {

    private final JavaMailSenderImpl configured;
    private final Session session;
    private final String protocol;

    SmtpSession(JavaMailSenderImpl configured, MailIdentity identity, NotificationServiceProperties properties) {
        this.configured = configured;
        this.protocol = configured.getProtocol() == null ? "smtp" : configured.getProtocol();
        var prefix = "mail." + protocol + ".";
        var settings = new Properties();
        settings.putAll(configured.getJavaMailProperties());
        settings.put(prefix + "from", identity.envelopeFrom());
        settings.put(prefix + "auth", Boolean.toString(username() != null));
        settings.put(prefix + "quitwait", "false");
        settings.put(prefix + "socketFactory", new NoDelaySocketFactory());
        settings.put(prefix + "userset", "true"); // isConnected() sends RSET instead of NOOP
        var connect = Long.toString(properties.smtp().connectTimeout().toMillis());
        var reply = Long.toString(properties.smtp().answerTimeout().toMillis());
        settings.put(prefix + "connectiontimeout", connect);
        settings.put(prefix + "timeout", reply);
        settings.put(prefix + "writetimeout", reply);
        this.session = Session.getInstance(settings);
    }

    SMTPTransport connect() throws MessagingException {
        var transport = (SMTPTransport) session.getTransport(protocol);
        transport.connect(configured.getHost(), configured.getPort(), username(), configured.getPassword());
        return transport;
    }

    RawMessage message(byte[] bytes, BooleanSupplier allowed) {
        return new RawMessage(session, bytes, allowed);
    }

    private @Nullable String username() {
        var username = configured.getUsername();
        return username == null || username.isBlank() ? null : username;
    }
}
