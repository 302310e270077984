package org.vedette.post.publishing;

import java.util.List;

/** Signals that a post was not read or written; the message is for the editor and says what to do. */
public abstract sealed class PublishingException extends RuntimeException {

    private PublishingException(String message) {
        super(message, null, false, false);
    }

    /** Signals that no post has the id. */
    public static final class PostNotFoundException extends PublishingException {
        public PostNotFoundException(String id) {
            super("There is no post with the id " + id + ".");
        }
    }

    /** Signals that another post has, or had, the slug. */
    public static final class SlugTakenException extends PublishingException {
        public SlugTakenException(Slug slug) {
            super("Another post has, or once had, the slug " + slug.value() + ": choose another.");
        }
    }

    /** Signals that the post changed since the editor read it. */
    public static final class StaleRevisionException extends PublishingException {
        private final Revision current;

        public StaleRevisionException(Revision current) {
            super("The post was changed meanwhile and is at revision " + current.value()
                    + ": read it again and repeat the change on it.");
            this.current = current;
        }

        public Revision current() {
            return current;
        }
    }

    /** Signals that the post is published already. */
    public static final class AlreadyPublishedException extends PublishingException {
        AlreadyPublishedException() {
            super("The post is published already: change it with PUT or PATCH.");
        }
    }

    /** Signals that fields of the submission are not valid. */
    public static final class InvalidPostException extends PublishingException {
        private final List<FieldError> errors;

        public InvalidPostException(String field, String message) {
            this(List.of(new FieldError(field, message)));
        }

        public InvalidPostException(List<FieldError> errors) {
            super("Correct the fields named under errors and send the post again.");
            this.errors = List.copyOf(errors);
        }

        public List<FieldError> errors() {
            return errors;
        }
    }

    /** Signals that the site has no such series. */
    public static final class UnknownSeriesException extends PublishingException {
        UnknownSeriesException(String slug, List<String> known) {
            super("There is no series " + (slug.length() > 100 ? slug.substring(0, 100) + "…" : slug) + "; there are: "
                    + String.join(", ", known) + ".");
        }
    }

    /** Signals that the body, or its public form, is larger than its limit. */
    public static final class BodyTooLargeException extends PublishingException {
        private final long limit;

        public BodyTooLargeException(String what, long size, long limit) {
            super(what + " has " + size + " bytes, the limit is " + limit + ": shorten it, or publish it in parts.");
            this.limit = limit;
        }

        /** In bytes. */
        public long limit() {
            return limit;
        }
    }

    /** Signals that the outbox of the post is full; the same request succeeds once its events are sent. */
    public static final class OutboxFullException extends PublishingException {
        public OutboxFullException() {
            super("The broker is unavailable, and too many revisions of this post wait to be sent: this one was not"
                    + " stored, send it again in a few minutes.");
        }
    }

    /** Signals that too many posts wait to be rendered; the same request succeeds a little later. */
    public static final class RenderingBusyException extends PublishingException {
        RenderingBusyException() {
            super("Too many posts are being rendered: this one was not stored, send it again in a few seconds.");
        }
    }

    /** One violation: the name of the field in JSON, and the message for the editor. */
    public record FieldError(String field, String message) {}
}
