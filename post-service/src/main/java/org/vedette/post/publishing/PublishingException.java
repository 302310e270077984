package org.vedette.post.publishing;

import java.util.List;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Slug;

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
        private final List<RevisionInfo> others;

        public StaleRevisionException(Revision current) {
            this(current, List.of());
        }

        StaleRevisionException(Revision current, List<RevisionInfo> others) {
            super("The post was changed meanwhile and is at revision " + current.value()
                    + ": read it again and repeat the change on it.");
            this.current = current;
            this.others = List.copyOf(others);
        }

        public Revision current() {
            return current;
        }

        /** The revisions that others made since the one that the request named, newest first; at most 20. */
        public List<RevisionInfo> others() {
            return others;
        }
    }

    /** Signals that the post is in a state in which the request makes no sense. */
    public static final class WrongStateException extends PublishingException {
        private final String problem;

        private WrongStateException(String problem, String message) {
            super(message);
            this.problem = problem;
        }

        static WrongStateException alreadyPublished() {
            return new WrongStateException(
                    "already-published", "The post is published already: change it with PUT or PATCH.");
        }

        static WrongStateException notPublished() {
            return new WrongStateException(
                    "not-published", "The post is neither published nor scheduled: there is nothing to take back.");
        }

        static WrongStateException notReviewed() {
            return new WrongStateException(
                    "not-a-draft", "Only a draft is ready for review: this post is scheduled, or was published.");
        }

        static WrongStateException alreadyWithdrawn() {
            return new WrongStateException("already-withdrawn", "The post is withdrawn already.");
        }

        static WrongStateException notADraft(String status) {
            return new WrongStateException(
                    "not-a-draft",
                    "Only a draft can be deleted, and this post is " + status
                            + (status.equals("scheduled")
                                    ? ": take its schedule back first, with DELETE on its publication."
                                    : ": its address stays taken. Withdraw it if nobody is to read it."));
        }

        /** Last part of the type of the problem. */
        public String problem() {
            return problem;
        }
    }

    /** Signals that the caller may not do this. */
    public static final class NotPermittedException extends PublishingException {
        NotPermittedException(String message) {
            super(message);
        }
    }

    /** Signals that a series needs somebody who publishes what another one wrote. */
    public static final class SecondPersonException extends PublishingException {
        SecondPersonException() {
            super(
                    "This series needs a second person, and nobody but you wrote this issue: ask another editor to publish"
                            + " it.");
        }
    }

    /** Signals that another issue of the series covers the same period. */
    public static final class DuplicatePeriodException extends PublishingException {
        private final PostId other;

        public DuplicatePeriodException(PostId other) {
            super("Another issue of this series covers the same period, post " + other
                    + ": correct the period, or send \"duplicatePeriod\": true if there are to be two.");
            this.other = other;
        }

        public PostId other() {
            return other;
        }
    }

    /** Signals that an import brought the post before. */
    public static final class AlreadyImportedException extends PublishingException {
        public AlreadyImportedException() {
            super("An import brought this post before.");
        }
    }

    /** Signals that a request with the same idempotency key was stored meanwhile. */
    public static final class KeyUsedException extends PublishingException {
        public KeyUsedException() {
            super("Another request with this Idempotency-Key was stored at the same time: send it again.");
        }
    }

    /** Signals that an idempotency key was used for a request with another content. */
    public static final class KeyReusedException extends PublishingException {
        KeyReusedException() {
            super("This Idempotency-Key was sent with another request: choose a new key for each request.");
        }
    }

    /** Signals that the post has no such revision. */
    public static final class RevisionNotFoundException extends PublishingException {
        public RevisionNotFoundException(String number) {
            super("The post has no revision " + number + ".");
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
