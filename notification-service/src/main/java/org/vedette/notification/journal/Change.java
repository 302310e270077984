package org.vedette.notification.journal;

/** What happened to a subscription. */
public enum Change {
    /** Somebody has confirmed an address, or a suppression was lifted. */
    CONFIRMED,
    /** Somebody was added by an import. */
    IMPORTED,
    /** An active subscriber has left, or erased everything. */
    LEFT,
    /** An active subscriber gets no more mail, because of the mailbox or by hand. */
    SUPPRESSED,
    /** An active subscriber has told a mail provider that a mail was unwanted. */
    COMPLAINED;

    /** Whether it ends a subscription. */
    public boolean isLoss() {
        return this == LEFT || this == SUPPRESSED || this == COMPLAINED;
    }
}
