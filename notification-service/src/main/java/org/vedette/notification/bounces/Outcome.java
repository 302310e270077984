package org.vedette.notification.bounces;

import java.util.Locale;

/** What came of a report. */
public enum Outcome {
    /** The mail bounced, and the mailbox takes no mail for good. */
    HARD,
    /** The mail bounced, for a reason that may pass. */
    SOFT,
    /** The mail bounced, for a reason that lies with us or with the text. */
    POLICY,
    /** The recipient complained, and gets no more mail. */
    COMPLAINT,
    /** The recipient took a complaint back, or the feedback says nothing about what the recipient wants. */
    FEEDBACK,
    /** The mail is late. */
    DELAY,
    /** The mail was delivered. */
    SUCCESS,
    /** A program answered for a person. */
    AUTO_REPLY,
    /** A report about a report. */
    LOOP,
    /** The same was reported before, and nothing has changed. */
    DUPLICATE,
    /** No mail is known that it is about. */
    UNMATCHED,
    /** It names a mail by a token that is not ours. */
    FORGED,
    /** It is no report. */
    OTHER,
    /** It cannot be read. */
    UNREADABLE,
    /** The mail that it is about is being handed over; the report is to be sent again in a moment. */
    EARLY;

    /** As in metrics and the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
