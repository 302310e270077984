package org.vedette.notification.digests;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Follows the posts, so that a digest can tell of them later. */
public final class DigestArchive {

    private final DigestedPosts posts;
    private final Duration maxPostAge;
    private final Clock clock;

    /**
     * The archive.
     *
     * @param maxPostAge a post that is published longer ago when this service is first told of it is in no digest
     */
    public DigestArchive(DigestedPosts posts, Duration maxPostAge, Clock clock) {
        this.posts = posts;
        this.maxPostAge = maxPostAge;
        this.clock = clock;
    }

    /**
     * Follows the newest state of a public post.
     *
     * @param quiet whether nobody is to be mailed about it, unless that was begun already
     */
    public Mono<Void> follow(DigestedPost post, boolean quiet) {
        return Mono.defer(() -> {
            var now = clock.instant();
            var tooOld = post.publishedAt().plus(maxPostAge).isBefore(now);
            return quiet || tooOld ? posts.revise(post) : posts.list(post, now);
        });
    }

    /** Follows a post that is not public, or not any more. */
    public Mono<Void> hide(UUID post, long revision) {
        return posts.hide(post, revision);
    }
}
