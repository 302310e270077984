package org.vedette.post.republishing;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.authors.AuthorName;
import org.vedette.post.authors.AuthorNames;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.PublishingException.BodyTooLargeException;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import org.vedette.post.publishing.PublishingException.UnknownSeriesException;
import org.vedette.post.publishing.PublishingService;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Mono;

/**
 * Publishes posts again whose authors have other slugs than their newest events say, as after a merge. Every replica does
 * so; of two that publish the same post again, the revision lets one succeed.
 */
@MayBlock("the thread of its worker")
public final class RepublishingService {

    private static final Logger log = LoggerFactory.getLogger(RepublishingService.class);
    private static final String TASK = "Merge of authors";
    private static final int POSTS_PER_RUN = 50;
    private static final Duration RUN_TIMEOUT = Duration.ofMinutes(5);

    private final AuthorService authors;
    private final AuthorNames names;
    private final Posts posts;
    private final PublishingService publishing;
    private final Clock clock;

    /** The posts that cannot be published as they are, such as one whose series is gone. */
    private final Set<PostId> failed = ConcurrentHashMap.newKeySet();

    public RepublishingService(
            AuthorService authors, AuthorNames names, Posts posts, PublishingService publishing, Clock clock) {
        this.authors = authors;
        this.names = names;
        this.posts = posts;
        this.publishing = publishing;
        this.clock = clock;
    }

    /** Publishes some posts again for each name that needs it; run repeatedly, it reaches them all. */
    public void republish() {
        authors.adoptPublished()
                .thenMany(names.republishing())
                .concatMap(this::republish, 1)
                .then()
                .block(RUN_TIMEOUT);
    }

    /**
     * A request that has read the name before the merge may store its event after this search, so the search is repeated
     * for as long as such a request can take.
     */
    private Mono<Void> republish(AuthorName name) {
        return posts.publishedWithout(name.author(), name.name())
                .filter(post -> !failed.contains(post.id()))
                .take(POSTS_PER_RUN)
                .concatMap(this::republish, 1)
                .count()
                .filter(count -> count == 0 && !isTooEarly(name))
                .flatMap(none -> names.endRepublishing(name));
    }

    private boolean isTooEarly(AuthorName name) {
        return clock.instant().isBefore(Objects.requireNonNull(name.republishUntil()));
    }

    /** Emits the id of a post that was published again, or need not be tried again. */
    private Mono<PostId> republish(Published post) {
        return publishing
                .republish(post, TASK)
                .map(Post::id)
                .onErrorResume(StaleRevisionException.class, changed -> Mono.just(post.id()))
                .onErrorResume(RepublishingService::isFinal, failure -> {
                    log.warn(
                            "Post {} keeps the former slugs of its authors: it cannot be published again",
                            post.id(),
                            failure);
                    failed.add(post.id());
                    return Mono.just(post.id());
                });
    }

    private static boolean isFinal(Throwable failure) {
        return failure instanceof InvalidPostException
                || failure instanceof UnknownSeriesException
                || failure instanceof BodyTooLargeException;
    }
}
