package org.vedette.post.sharing;

/** Signals that a link was not made or found; the message says what to do. */
public abstract sealed class SharingException extends RuntimeException {

    private SharingException(String message) {
        super(message, null, false, false);
    }

    /** Signals that there is no such link: it was revoked, has expired, or never existed. */
    public static final class LinkNotFoundException extends SharingException {
        public LinkNotFoundException() {
            super("This link has expired or was revoked. Ask whoever sent it for a new one.");
        }
    }

    /** Signals that a link is to be valid for longer than it may be, or not at all. */
    public static final class InvalidValidityException extends SharingException {
        InvalidValidityException(int max) {
            super("A link is valid for 1 to " + max + " days.");
        }
    }

    /** Signals that a post has as many links as it may have. */
    public static final class TooManyLinksException extends SharingException {
        TooManyLinksException(int max) {
            super("The post has " + max + " links already: revoke those that nobody needs any more.");
        }
    }
}
