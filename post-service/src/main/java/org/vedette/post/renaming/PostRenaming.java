package org.vedette.post.renaming;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.post.authors.AuthorRenaming;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Note;
import org.vedette.post.content.Tag;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.PublishingException;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.publishing.PublishingException.OutboxFullException;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.publishing.PublishingException.RenderingBusyException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.publishing.Submission;
import org.vedette.post.redirects.RedirectService;
import org.vedette.post.redirects.Target;
import org.vedette.post.renaming.Renaming.Kind;
import org.vedette.post.renaming.Renaming.Refused;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Edit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The steps of a renaming; each repeated does no harm. */
public final class PostRenaming {

    private static final String TAGS = "/tags/";
    private static final String AUTHORS = "/authors/";
    private static final Retry WHEN_BUSY = Retry.backoff(10, Duration.ofMillis(50))
            .filter(RenderingBusyException.class::isInstance)
            .onRetryExhaustedThrow((spec, last) -> last.failure());

    private final Posts posts;
    private final PublishingService publishing;
    private final AuthorRenaming authors;
    private final RedirectService redirects;

    public PostRenaming(Posts posts, PublishingService publishing, AuthorRenaming authors, RedirectService redirects) {
        this.posts = posts;
        this.publishing = publishing;
        this.authors = authors;
        this.redirects = redirects;
    }

    /**
     * What came of a post.
     *
     * @param refused why it keeps the former word; null when it does not, or is looked at again
     */
    record Result(boolean isChanged, @Nullable Refused refused) {

        private static final Result CHANGED = new Result(true, null);

        /** It has the former word no more, is gone, or was changed by another request meanwhile. */
        private static final Result UNCHANGED = new Result(false, null);

        Optional<Refused> refusal() {
            return Optional.ofNullable(refused);
        }
    }

    /**
     * Has the former page lead to the new one. It does once the former one has no post: until then readers see the posts that
     * are left there.
     */
    Mono<Void> prepare(Renaming renaming) {
        return pages(renaming).flatMap(pages -> redirects.movePage(pages.from(), pages.to(), renaming.by()));
    }

    /** The pages of the former and of the new word; empty when both are the same. */
    private Mono<Pages> pages(Renaming renaming) {
        return renaming.kind() == Kind.TAG
                ? Mono.just(new Pages(new Target(TAGS + renaming.from()), new Target(TAGS + renaming.to())))
                : authors.prepare(renaming.from(), renaming.to())
                        .filter(move -> !move.from().equals(move.to()))
                        .map(move -> new Pages(
                                new Target(AUTHORS + move.from().value()),
                                new Target(AUTHORS + move.to().value())));
    }

    private record Pages(Target from, Target to) {}

    /** The posts that have the former word, in no order. */
    Flux<PostId> find(Renaming renaming) {
        return renaming.kind() == Kind.TAG
                ? posts.withTag(new Tag(renaming.from()))
                : posts.withByline(renaming.from());
    }

    /** Changes a post that has the former word: the revision that was read, and no other. */
    Mono<Result> change(PostId id, Renaming renaming) {
        return posts.find(id)
                .flatMap(post -> change(post, renaming)
                        .onErrorResume(
                                PostRenaming::isRefusal,
                                refusal -> Mono.just(new Result(
                                        false,
                                        new Refused(
                                                id.value(),
                                                post.content().title().value(),
                                                reason(refusal))))))
                .onErrorReturn(StaleRevisionException.class, Result.UNCHANGED)
                .onErrorReturn(PostNotFoundException.class, Result.UNCHANGED)
                .onErrorResume(
                        PostRenaming::isDefect,
                        defect -> Mono.just(
                                new Result(false, new Refused(id.value(), "", "The post cannot be read: " + defect))))
                .defaultIfEmpty(Result.UNCHANGED);
    }

    private Mono<Result> change(Post post, Renaming renaming) {
        if (renaming.of(post.content()).equals(post.content())) {
            return Mono.just(Result.UNCHANGED);
        }
        var edit = Edit.by(new Caller(renaming.by(), true)).withNote(new Note(renaming.words()));
        return publishing
                .revise(
                        post.id(),
                        Optional.of(post.revision()),
                        (current, now) -> Submission.of(current, renaming.of(current.content())),
                        edit)
                .retryWhen(WHEN_BUSY)
                .thenReturn(Result.CHANGED);
    }

    /** Whether the post would be refused again; anything else is an outage, after which the renaming goes on. */
    private static boolean isRefusal(Throwable failure) {
        var isOutage = failure instanceof StaleRevisionException
                || failure instanceof PostNotFoundException
                || failure instanceof OutboxFullException
                || failure instanceof RenderingBusyException;
        return failure instanceof InvalidValueException || (failure instanceof PublishingException && !isOutage);
    }

    /** What another try would not change either: a document that cannot be read, or a defect of ours that it leads to. */
    private static boolean isDefect(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException
                || failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || failure instanceof IndexOutOfBoundsException;
    }

    private static String reason(Throwable refusal) {
        return refusal instanceof InvalidPostException invalid
                ? invalid.errors().stream()
                        .map(error -> error.field() + " " + error.message())
                        .collect(Collectors.joining("; "))
                : String.valueOf(refusal.getMessage());
    }

    /** Has the former name of an author stand for whom the new one stands for. */
    Mono<Void> complete(Renaming renaming) {
        return renaming.kind() == Kind.AUTHOR ? authors.complete(renaming.from(), renaming.to()) : Mono.empty();
    }
}
