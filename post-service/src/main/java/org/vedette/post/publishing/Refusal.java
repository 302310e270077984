package org.vedette.post.publishing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a request was refused; the message tells the editor what to do. */
public abstract sealed class Refusal extends RuntimeException {

    private Refusal(String message) {
        this(message, null);
    }

    private Refusal(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }

    /** No post has this id. */
    public static final class UnknownPost extends Refusal {
        public UnknownPost(String id) {
            super("There is no post with the id " + id + ".");
        }
    }

    /** Another post has, or had, the slug. */
    public static final class SlugTaken extends Refusal {
        public SlugTaken(Slug slug) {
            super("Another post has, or once had, the slug " + slug.value() + ": choose another.");
        }
    }

    /** Somebody else changed the post since the editor read it. */
    public static final class StaleRevision extends Refusal {
        private final Revision current;

        public StaleRevision(Revision current) {
            super("The post was changed meanwhile and is at revision " + current.value()
                    + ": read it again and repeat the change on it.");
            this.current = current;
        }

        public Revision current() {
            return current;
        }
    }

    /** A published post cannot be published again. */
    public static final class AlreadyPublished extends Refusal {
        AlreadyPublished() {
            super("The post is published already: revise it with PUT.");
        }
    }

    /** What was handed in breaks a rule of the house. */
    public static final class InvalidPost extends Refusal {
        private final List<FieldError> errors;

        public InvalidPost(List<FieldError> errors) {
            super("Correct the fields named under errors and send the post again.");
            this.errors = List.copyOf(errors);
        }

        public List<FieldError> errors() {
            return errors;
        }
    }

    /** The site has no such series. */
    public static final class UnknownSeries extends Refusal {
        UnknownSeries(String slug, List<String> known) {
            super("There is no series " + (slug.length() > 100 ? slug.substring(0, 100) + "…" : slug) + "; there are: "
                    + String.join(", ", known) + ".");
        }
    }

    /** The body, or what becomes of it, is larger than what can be published. */
    public static final class BodyTooLarge extends Refusal {
        private final long limit;

        public BodyTooLarge(String what, long size, long limit) {
            super(what + " has " + size + " bytes, the limit is " + limit + ": shorten it, or publish it in parts.");
            this.limit = limit;
        }

        /** In bytes. */
        public long limit() {
            return limit;
        }
    }

    /** Too many events of the post wait for the broker; the same request succeeds once they left. */
    public static final class OutboxFull extends Refusal {
        public OutboxFull() {
            super("The broker is away, and too many revisions of this post wait to be announced: this one was not"
                    + " stored, send it again in a few minutes.");
        }
    }

    /** The store did not answer, and whether it wrote is not known; the same request may succeed later. */
    public static final class StoreUnavailable extends Refusal {
        public StoreUnavailable(Throwable cause) {
            super("The posts cannot be reached at the moment: try again in a few seconds.", cause);
        }
    }

    /** A field by its name in JSON, and what is wrong with it. */
    public record FieldError(String field, String message) {}
}
