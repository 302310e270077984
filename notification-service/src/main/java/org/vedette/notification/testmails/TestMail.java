package org.vedette.notification.testmails;

import java.time.Instant;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.subscribers.EmailAddress;

/**
 * An alert that is mailed to one address, to be looked at.
 *
 * @param by who asked for it
 */
public record TestMail(AlertId alert, EmailAddress to, String by, Instant requestedAt) {}
