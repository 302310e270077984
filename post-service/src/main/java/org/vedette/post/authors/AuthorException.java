package org.vedette.post.authors;

/** Signals that authors were not changed; the message is for the editor and says what to do. */
public abstract sealed class AuthorException extends RuntimeException {

    private AuthorException(String message) {
        super(message, null, false, false);
    }

    /** Signals that no author has the slug. */
    public static final class UnknownAuthorException extends AuthorException {
        public UnknownAuthorException(String slug) {
            super("There is no author with the slug " + slug + ": GET /api/authors lists all authors.");
        }
    }

    /** Signals that two authors cannot be merged. */
    public static final class InvalidMergeException extends AuthorException {
        InvalidMergeException(String message) {
            super(message);
        }

        /** Signals that the author who is to stay is unknown. */
        public static InvalidMergeException intoUnknown(String slug) {
            return new InvalidMergeException(
                    "The field into must be the slug of an author, as GET /api/authors lists them; \"" + slug
                            + "\" is none.");
        }
    }
}
