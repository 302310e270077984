package org.vedette.notification.digests;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The posts that digests tell of, in their newest revisions. An older or equal revision changes nothing. */
public interface DigestedPosts {

    /**
     * Adds a post or its next revision.
     *
     * @param now when the post was listed, if this adds it
     */
    Mono<Void> list(DigestedPost post, Instant now);

    /** Stores the next revision of a post if the post was ever listed. */
    Mono<Void> revise(DigestedPost post);

    /** Takes a post off the list until a later revision is listed. */
    Mono<Void> hide(UUID post, long revision);

    /** The ids of the posts that were listed after one time and not after another, the oldest first. */
    Flux<UUID> listedBetween(Instant after, Instant until);

    /** Those of some posts that are listed now, the newest first. */
    Flux<ListedPost> listed(Collection<UUID> posts);

    /**
     * A post on the list.
     *
     * @param listedAt when it was listed first
     */
    record ListedPost(DigestedPost post, Instant listedAt) {}
}
