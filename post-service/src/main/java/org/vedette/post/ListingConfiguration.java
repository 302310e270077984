package org.vedette.post;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.post.listing.IndexUpdater;
import org.vedette.post.listing.IndexUpdates;
import org.vedette.post.listing.ListingService;
import org.vedette.post.listing.PostIndex;
import org.vedette.post.listing.StoredPosts;
import org.vedette.post.listing.index.LucenePostIndex;
import org.vedette.starter.workers.BackgroundWorker;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Wires the lists of posts. */
@Configuration(proxyBeanMethods = false)
class ListingConfiguration {

    private static final Duration UPDATE_EVERY = Duration.ofMillis(500);
    private static final int MAX_WAITING = 10_000;
    private static final int THREAD_IDLE_SECONDS = 60;

    @Bean
    LucenePostIndex postIndex(PostServiceProperties properties) {
        return new LucenePostIndex(properties.indexDirectory());
    }

    @Bean(destroyMethod = "dispose")
    Scheduler listScheduler() {
        var threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        return Schedulers.newBoundedElastic(threads, MAX_WAITING, "list", THREAD_IDLE_SECONDS, true);
    }

    @Bean
    IndexUpdates indexUpdates(PostIndex index, Scheduler listScheduler) {
        return new IndexUpdates(index, listScheduler);
    }

    @Bean
    IndexUpdater indexUpdater(StoredPosts posts, PostIndex index, Clock clock) {
        return new IndexUpdater(posts, index, clock);
    }

    @Bean
    BackgroundWorker indexUpdateWorker(IndexUpdater updater) {
        return BackgroundWorker.every(UPDATE_EVERY, "post-index", updater::updateInTurn);
    }

    @Bean
    ListingService listingService(PostIndex index, IndexUpdater updater, StoredPosts posts, Scheduler listScheduler) {
        return new ListingService(index, updater, posts, listScheduler);
    }
}
