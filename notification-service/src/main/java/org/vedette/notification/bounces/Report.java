package org.vedette.notification.bounces;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a message that came back says.
 *
 * @param kind what kind of message it is
 * @param about what tells which mail it is about
 * @param status the enhanced status code (RFC 3463) of a failure; {@link StatusCode#UNKNOWN} for everything else
 * @param words what the server said, or the type of a complaint, on one line
 * @param id the same for each copy of the message; null when it is not known
 */
public record Report(
        Kind kind,
        References about,
        StatusCode status,
        String words,
        @Nullable String id) {

    /** One of which nothing tells its copies. */
    public Report(Kind kind, References about, StatusCode status, String words) {
        this(kind, about, status, words, null);
    }

    /** The kinds of messages. */
    public enum Kind {
        /** The mail was not delivered, and will not be. */
        FAILURE,
        /** The mail is late; the server goes on trying. */
        DELAY,
        /** The mail was delivered or relayed. */
        SUCCESS,
        /** The recipient does not want such mail. */
        COMPLAINT,
        /** The recipient takes a complaint back, or the report says nothing about what the recipient wants. */
        FEEDBACK,
        /** A person's program answers, because the person is away for instance (RFC 3834). */
        AUTO_REPLY,
        /** A report about a report, which is never followed any further. */
        LOOP,
        /** No report at all. */
        OTHER
    }

    /**
     * What tells which mail a report is about.
     *
     * @param addresses addresses it was sent to and from which the mail came, as far as they are known
     * @param messageId Message-ID of the mail without brackets; null when the report does not quote it
     * @param recipient the address that the mail was sent to; null when the report does not quote it
     */
    public record References(
            List<String> addresses,
            @Nullable String messageId,
            @Nullable String recipient) {

        public References {
            addresses = List.copyOf(addresses);
        }
    }

    /** One that says nothing about a mail. */
    public static Report of(Kind kind, References about) {
        return new Report(kind, about, StatusCode.UNKNOWN, "");
    }

    /** The same, with what tells its copies. */
    public Report identifiedBy(String known) {
        return new Report(kind, about, status, words, known);
    }

    /** The same, with the recipients of the envelope that it came in. */
    Report sentTo(List<String> recipients) {
        var addresses =
                Stream.concat(recipients.stream(), about.addresses().stream()).toList();
        return new Report(kind, new References(addresses, about.messageId(), about.recipient()), status, words, id);
    }
}
