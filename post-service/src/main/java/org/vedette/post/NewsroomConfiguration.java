package org.vedette.post;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.post.bulk.BulkService;
import org.vedette.post.history.Revisions;
import org.vedette.post.listing.ListingService;
import org.vedette.post.notes.NoteService;
import org.vedette.post.notes.NoteThreads;
import org.vedette.post.publishing.AccessRules;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.PostValidator;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.PublicPostMapper;
import org.vedette.post.publishing.PublicationService;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.publishing.ReviewService;
import org.vedette.post.republishing.SeriesRepublishing;
import org.vedette.post.series.SeriesService;
import org.vedette.post.series.SeriesUpdater;
import org.vedette.starter.workers.BackgroundWorker;

/** Wires what those who write do together. */
@Configuration(proxyBeanMethods = false)
class NewsroomConfiguration {

    private static final Duration REFRESH_SERIES_EVERY = Duration.ofSeconds(1);

    @Bean
    ReviewService reviewService(
            Posts posts,
            Revisions revisions,
            PostValidator validator,
            PublicPostMapper publicPosts,
            Clock clock,
            IdGenerator ids) {
        return new ReviewService(posts, revisions, validator, publicPosts, clock, ids);
    }

    @Bean
    SeriesRepublishing seriesRepublishing(SeriesService series, ListingService listing, PublishingService publishing) {
        return new SeriesRepublishing(series, listing, publishing);
    }

    /** Reads what other instances changed. */
    @Bean
    BackgroundWorker seriesWorker(SeriesService series) {
        return BackgroundWorker.every(REFRESH_SERIES_EVERY, "series", new SeriesUpdater(series)::update);
    }

    @Bean
    BulkService bulkService(PublishingService publishing, PublicationService publications) {
        return new BulkService(publishing, publications);
    }

    @Bean
    NoteService noteService(
            NoteThreads threads, PublishingService publishing, AccessRules access, Clock clock, IdGenerator ids) {
        return new NoteService(threads, publishing, access, clock, ids);
    }
}
