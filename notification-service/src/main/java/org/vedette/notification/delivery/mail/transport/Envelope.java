package org.vedette.notification.delivery.mail.transport;

import org.vedette.notification.subscribers.EmailAddress;

/**
 * Whom a mail is from and to for the mail server (RFC 5321 §2.3.1).
 *
 * @param sender where reports about the mail go
 */
public record Envelope(String sender, EmailAddress to) {}
