package org.vedette.feed;

import org.springframework.boot.health.contributor.Health;
import org.vedette.feed.search.IndexState;

/** Reports the search index: out of service until it was complete once, with the number of posts read so far. */
final class SearchHealth {

    private SearchHealth() {}

    static Health of(IndexState state) {
        var health = (state.isComplete() ? Health.up() : Health.outOfService())
                .withDetail("phase", state.phase())
                .withDetail("read", state.done())
                .withDetail("posts", state.posts());
        var failure = state.failure();
        return (failure == null ? health : health.withDetail("failure", failure)).build();
    }
}
