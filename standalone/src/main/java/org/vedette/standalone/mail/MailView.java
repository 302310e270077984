package org.vedette.standalone.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail, as its page shows it.
 *
 * @param receivedAt formatted for people
 * @param headers every header field, in order
 * @param text the plain text, split at the boundaries of its links; empty when there is none
 * @param html address of the HTML part; null when there is none
 * @param raw address of the file
 */
public record MailView(
        String subject,
        String from,
        String to,
        String receivedAt,
        List<MailHeader> headers,
        List<Snippet> text,
        @Nullable String html,
        String raw) {

    public MailView {
        headers = List.copyOf(headers);
        text = List.copyOf(text);
    }

    /** Some text, which may be a link to itself. */
    public record Snippet(String text, boolean isLink) {}
}
