package org.vedette.post.redirects;

/** Signals that redirects were not changed; the message says what to do. */
public abstract sealed class RedirectException extends RuntimeException {

    private RedirectException(String message) {
        super(message, null, false, false);
    }

    /** Signals that an address is not valid. */
    public static final class InvalidRedirectException extends RedirectException {
        private final String field;

        public InvalidRedirectException(String field, String message) {
            super("The field " + field + " " + message + ".");
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /** Signals that the old address leads somewhere else already. */
    public static final class RedirectExistsException extends RedirectException {
        RedirectExistsException(Redirect existing) {
            super(existing.from() + " leads to " + existing.to() + " already: delete that redirect first.");
        }
    }

    /** Signals that no redirect begins there. */
    public static final class UnknownRedirectException extends RedirectException {
        public UnknownRedirectException(String from) {
            super("There is no redirect from " + (from.length() > 100 ? from.substring(0, 100) + "…" : from) + ".");
        }
    }

    /** Signals that the caller may not do this. */
    public static final class RedirectNotPermittedException extends RedirectException {
        RedirectNotPermittedException() {
            super("Changing redirects needs the role editor.");
        }
    }
}
