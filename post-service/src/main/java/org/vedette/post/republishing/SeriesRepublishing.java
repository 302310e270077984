package org.vedette.post.republishing;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.listing.ListingService;
import org.vedette.post.listing.PostOrder;
import org.vedette.post.listing.PostQuery;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.requests.Caller;
import org.vedette.post.series.Series;
import org.vedette.post.series.SeriesService;
import org.vedette.post.series.StoredSeries;
import reactor.core.publisher.Mono;

/**
 * Changes series. The site shows a series as its newest public issue says, which is published again when that changes; older issues
 * keep the title that they were printed under.
 */
public final class SeriesRepublishing {

    private static final Logger log = LoggerFactory.getLogger(SeriesRepublishing.class);
    private static final String TASK = "Series changed";

    private final SeriesService series;
    private final ListingService listing;
    private final PublishingService publishing;

    public SeriesRepublishing(SeriesService series, ListingService listing, PublishingService publishing) {
        this.series = series;
        this.listing = listing;
        this.publishing = publishing;
    }

    /** Changes a series as {@link SeriesService#change} does. */
    public Mono<StoredSeries> change(Series changed, long expected) {
        return series.find(changed.slug())
                .flatMap(before -> series.change(changed, expected)
                        .flatMap(after -> isSeen(before.series(), after.series())
                                ? republishNewest(changed.slug()).thenReturn(after)
                                : Mono.just(after)));
    }

    private static boolean isSeen(Series before, Series after) {
        return !before.title().equals(after.title()) || !Objects.equals(before.introduction(), after.introduction());
    }

    /** Never fails: the series is changed, and the next issue says so as well. */
    private Mono<Post> republishNewest(String slug) {
        var query = new PostQuery("published", null, slug, null, null, Tlp.CLEAR, null, null, null, 1)
                .in(PostOrder.DATED_LAST);
        var service = Caller.service(TASK);
        return listing.find(query, service)
                .flatMap(page -> Mono.justOrEmpty(page.posts().stream().findFirst()))
                .flatMap(newest -> publishing.find(newest.post().id(), service))
                .ofType(Published.class)
                .flatMap(newest -> publishing.republish(newest, TASK))
                .onErrorResume(failure -> {
                    log.warn(
                            "The newest issue of {} was not published again; the site follows with the next",
                            slug,
                            failure);
                    return Mono.empty();
                });
    }
}
