package org.vedette.notification.selfservice;

/** A mail that a subscriber requests, with one link in it. */
public enum RequestedMail {
    /** Asks the mailbox that a subscriber has to confirm a change of address. */
    OLD_ADDRESS,
    /** Asks the mailbox that a subscriber wants to confirm a change of address. */
    NEW_ADDRESS,
    /** Leads to what is stored about a subscriber. */
    OWN_DATA
}
