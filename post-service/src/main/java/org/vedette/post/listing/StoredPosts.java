package org.vedette.post.listing;

import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.publishing.PostSummary;
import reactor.core.publisher.Flux;

/** The stored posts, as lists need them. */
public interface StoredPosts {

    /** All posts, in no order. */
    Flux<IndexedPost> all();

    /**
     * The posts that were last stored in one of the given seconds, in no order.
     *
     * @param seconds since 1970, by the clock of the replica that stored them
     * @param isKnown whether the revision of a post need not be read
     */
    Flux<IndexedPost> storedIn(List<Long> seconds, BiPredicate<PostId, Long> isKnown);

    /** Those of the given posts that exist, in no order. */
    Flux<PostSummary> summaries(Collection<PostId> posts);
}
