package org.vedette.standalone.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its readers see it; every text in it comes from outside and is to be escaped.
 *
 * @param id its name in the mailbox
 * @param receivedAt when it was kept
 * @param headers all header fields, decoded, in order
 * @param text the plain text part; null when there is none
 * @param html the HTML part; null when there is none
 */
record CaughtMail(
        String id,
        Instant receivedAt,
        List<MailField> headers,
        @Nullable String text,
        @Nullable String html) {

    CaughtMail {
        headers = List.copyOf(headers);
    }

    String subject() {
        var subject = header("Subject");
        return subject.isBlank() ? "(no subject)" : subject;
    }

    String from() {
        return header("From");
    }

    /** Whom the mail says it is for, or else whom it was handed over for. */
    String to() {
        var to = header("To");
        return to.isBlank() ? header("Delivered-To") : to;
    }

    /** The values of all fields of that name, in one line; empty when there are none. */
    String header(String name) {
        return headers.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(MailField::value)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
