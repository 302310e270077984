package org.vedette.notification.delivery.servers;

import java.util.Locale;

/** What an answer of a mail server says about the server, and what about the recipient. */
public enum Answer {
    /** The server took the mail. */
    ACCEPTED,
    /** The mailbox does not exist, says the server: the recipient's fault, unless the server says so of everybody. */
    NO_MAILBOX,
    /** The mailbox takes no mail for the moment: it is full, for instance, or the recipient's server greylists. */
    MAILBOX_BUSY,
    /** The server wants to be asked less often. */
    BUSY,
    /** The server refuses, for a reason that lies with it or with us: a policy, the sender, the text. */
    REFUSED,
    /** No connection, or one that broke before the mail was handed over. */
    BROKEN,
    /** The mail was handed over, and no reply came. */
    UNANSWERED;

    /** Whether the recipient has no part in it. */
    public boolean isOfTheServer() {
        return this == BUSY || this == REFUSED || this == BROKEN || this == UNANSWERED;
    }

    /** Whether the server has shown that it takes mail. */
    boolean isGood() {
        return this == ACCEPTED || this == MAILBOX_BUSY;
    }

    /** As in metrics and logs. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
