package org.vedette.notification.delivery.mail.transport;

import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.vedette.notification.TestProperties;

/** Sessions with mail servers of this machine. */
public final class TestSessions {

    private TestSessions() {}

    public static SmtpSession at(int port) {
        return new SmtpSession(
                new SmtpSession.Login("localhost", port, "", ""),
                new JavaMailSenderImpl(),
                TestProperties.properties().smtp());
    }
}
