package org.vedette.post.listing.index;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import org.vedette.post.listing.IndexUpdater;

/** Reports DEGRADED while lists are answered with 503, because their index is being filled or is rebuilt. */
@Component
final class ListsHealthIndicator extends AbstractHealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final IndexUpdater updater;
    private final LucenePostIndex index;

    ListsHealthIndicator(IndexUpdater updater, LucenePostIndex index) {
        this.updater = updater;
        this.index = index;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(updater.isReady() ? Status.UP : DEGRADED)
                .withDetail("posts", index.size())
                .withDetail("broken", index.isBroken());
    }
}
