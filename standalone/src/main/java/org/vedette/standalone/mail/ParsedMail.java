package org.vedette.standalone.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail, parsed; its texts come from outside and must be escaped.
 *
 * @param id its name in the mailbox
 * @param receivedAt when it was stored
 * @param headers all header fields, decoded, in order
 * @param text the plain text part; null when there is none
 * @param html the HTML part; null when there is none
 */
record ParsedMail(
        String id,
        Instant receivedAt,
        List<MailHeader> headers,
        @Nullable String text,
        @Nullable String html) {

    ParsedMail {
        headers = List.copyOf(headers);
    }

    String subject() {
        var subject = header("Subject");
        return subject.isBlank() ? "(no subject)" : subject;
    }

    String from() {
        return header("From");
    }

    /** The recipients in the header field To, or else those of the envelope. */
    String to() {
        var to = header("To");
        return to.isBlank() ? header("Delivered-To") : to;
    }

    /** The values of all fields of that name, separated by commas; empty when there are none. */
    String header(String name) {
        return headers.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(MailHeader::value)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
