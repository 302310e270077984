package org.vedette.notification.webhooks.events;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** The stored state of posts, as far as receivers know it. */
public interface FollowedPosts {

    Mono<FollowedPost> with(UUID post);

    /** Has no content of this revision or an earlier one sent from now on, and remembers it. */
    Mono<Void> hide(UUID post, long revision);

    /** Newest revision at which a post was not public; 0 for none. */
    Mono<Long> hiddenRevision(UUID post);

    /** Stores a newer state. */
    Mono<Void> keep(FollowedPost post);
}
