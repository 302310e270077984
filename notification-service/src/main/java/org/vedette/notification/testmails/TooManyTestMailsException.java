package org.vedette.notification.testmails;

/** Somebody has had as many test mails sent as one person may within a day. */
public final class TooManyTestMailsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyTestMailsException(int perDay) {
        super(
                "You have had " + perDay + " test mails sent within a day, which is all. Try again tomorrow.",
                null,
                false,
                false);
    }
}
