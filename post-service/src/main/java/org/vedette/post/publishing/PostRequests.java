package org.vedette.post.publishing;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vedette.post.history.Revisions;
import org.vedette.post.history.StoredRevision;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.publishing.Posts.KeyUse;
import org.vedette.post.publishing.PublishingException.KeyReusedException;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import org.vedette.post.requests.IdempotencyKey;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** What all requests that change a post have in common: preconditions, repetition, and what others did meanwhile. */
final class PostRequests {

    private static final int MAX_READ_ATTEMPTS = 10;
    private static final int MAX_OTHERS = 20;

    private final Posts posts;
    private final Revisions revisions;
    private final Clock clock;

    PostRequests(Posts posts, Revisions revisions, Clock clock) {
        this.posts = posts;
        this.revisions = revisions;
        this.clock = clock;
    }

    Mono<Post> find(PostId id) {
        return Mono.defer(() -> posts.find(id))
                .switchIfEmpty(Mono.error(() -> new PostNotFoundException(id.toString())));
    }

    static Mono<Post> requireRevision(Post post, Optional<Revision> expected) {
        return expected.isEmpty() || expected.get().equals(post.revision())
                ? Mono.just(post)
                : Mono.error(new StaleRevisionException(post.revision()));
    }

    /**
     * Repeats a change that another request overtook between read and write, unless it is to change one revision only; then
     * the failure says what the others did.
     *
     * @param repeats how often a change of one revision is repeated, because another state may be another reason to refuse
     */
    <T> Mono<T> whileOvertaken(PostId id, Optional<Revision> expected, int repeats, Mono<T> change) {
        return change.retryWhen(Retry.max(expected.isEmpty() ? MAX_READ_ATTEMPTS : repeats)
                        .filter(StaleRevisionException.class::isInstance)
                        .onRetryExhaustedThrow((spec, last) -> last.failure()))
                .onErrorResume(StaleRevisionException.class, stale -> overtaken(id, expected, stale));
    }

    private <T> Mono<T> overtaken(PostId id, Optional<Revision> expected, StaleRevisionException stale) {
        return Mono.justOrEmpty(expected)
                .flatMapMany(known -> revisions
                        .of(id)
                        .filter(info -> info.revision().value() > known.value())
                        .take(MAX_OTHERS))
                .collectList()
                .flatMap(others -> Mono.error(new StaleRevisionException(stale.current(), others)));
    }

    /** Does what a request asks for, or answers what it did when it was sent before. */
    Mono<Post> once(@Nullable IdempotencyKey key, Mono<Post> action) {
        return key == null
                ? action
                : replay(key)
                        .switchIfEmpty(action.onErrorResume(
                                PublishingException.class,
                                refused -> replay(key).switchIfEmpty(Mono.error(refused))));
    }

    private Mono<Post> replay(IdempotencyKey key) {
        return Mono.defer(() -> posts.use(key)).flatMap(use -> isExpired(use) ? forget(key) : first(use, key));
    }

    private boolean isExpired(KeyUse use) {
        return use.at().plus(IdempotencyKey.VALIDITY).isBefore(clock.instant());
    }

    private Mono<Post> forget(IdempotencyKey key) {
        return posts.forget(key).then(Mono.empty());
    }

    private Mono<Post> first(KeyUse use, IdempotencyKey key) {
        return use.fingerprint().equals(key.fingerprint())
                ? revisions.find(use.post(), use.revision()).map(StoredRevision::post)
                : Mono.error(new KeyReusedException());
    }
}
