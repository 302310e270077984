package org.vedette.post.authors;

import org.jspecify.annotations.Nullable;

/** Signals that authors were not changed; the message is for the editor and says what to do. */
public abstract sealed class AuthorException extends RuntimeException {

    /** A slug in a request may have any length. */
    private static final int MAX_QUOTED = 100;

    private AuthorException(String message) {
        super(message, null, false, false);
    }

    private static String shortened(String slug) {
        return slug.length() > MAX_QUOTED ? slug.substring(0, MAX_QUOTED) + "…" : slug;
    }

    /** Signals that no author has the slug. */
    public static final class UnknownAuthorException extends AuthorException {
        public UnknownAuthorException(String slug) {
            super("There is no author with the slug " + shortened(slug) + ": GET /api/authors lists all authors.");
        }
    }

    /** Signals that two authors cannot be merged. */
    public static final class InvalidMergeException extends AuthorException {
        InvalidMergeException(String message) {
            super(message);
        }

        /** Signals that the author who is to stay is missing or unknown. */
        public static InvalidMergeException intoUnknown(@Nullable String slug) {
            var refused = slug == null ? "it is missing" : "\"" + shortened(slug) + "\" is none";
            return new InvalidMergeException(
                    "The field into must be the slug of an author, as GET /api/authors lists them; " + refused + ".");
        }
    }

    /** Signals that a name of an export, or its slug, stands for another author here. */
    public static final class NameTakenException extends AuthorException {
        NameTakenException(AuthorName restored) {
            super("The name, or its slug " + shortened(restored.slug().value())
                    + ", stands for another author here: merge them at /studio/authors if they are the same.");
        }
    }
}
