package org.vedette.notification.delivery.mail.transport;

/** How far an SMTP transaction has come (RFC 5321 §3). */
enum SmtpPhase {
    /** Greeting, EHLO, STARTTLS and AUTH. */
    CONNECT,
    MAIL,
    RCPT,
    DATA,
    /** After the end of the data. */
    END
}
