package org.vedette.post.studio.posts.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.Schedule;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.listing.ListingService;
import org.vedette.post.listing.ListingService.PostPage;
import org.vedette.post.listing.PostCursor;
import org.vedette.post.listing.PostOrder;
import org.vedette.post.listing.PostQuery;
import org.vedette.post.publishing.PostSummary;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists posts by their state. */
@Component
final class PostLists {

    private static final int PAGE = 100;

    private final ListingService listing;

    PostLists(ListingService listing) {
        this.listing = listing;
    }

    /** The newest posts in a state. */
    Mono<List<Post>> newest(String status, int limit, Caller caller) {
        return find(PostQuery.ofStatus(status, limit), caller);
    }

    /** The posts that were published last. */
    Mono<List<Post>> publishedLast(int limit, Caller caller) {
        return find(PostQuery.ofStatus("published", limit).in(PostOrder.DATED_LAST), caller);
    }

    /** The newest posts of a series, in any state. */
    Mono<List<Post>> ofSeries(String slug, int limit, Caller caller) {
        return find(new PostQuery(null, null, slug, null, null, null, null, null, null, limit), caller);
    }

    /** The posts that are due next, at most a hundred. */
    Mono<List<Scheduled>> waiting(Caller caller) {
        return ofSchedule(Schedule.State.WAITING, caller);
    }

    /** The posts that were not published when they were due, at most a hundred of each kind. */
    Mono<List<Scheduled>> notPublished(Caller caller) {
        return Flux.just(Schedule.State.FAILED, Schedule.State.LATE)
                .concatMap(state -> ofSchedule(state, caller))
                .flatMapIterable(posts -> posts)
                .collectSortedList(Comparator.comparing(post -> post.schedule().publishAt()));
    }

    private Mono<List<Scheduled>> ofSchedule(Schedule.State state, Caller caller) {
        return find(PostQuery.ofSchedule(state, PAGE).in(PostOrder.DATED_FIRST), caller)
                .map(PostLists::scheduled);
    }

    /**
     * All scheduled posts with a time in a part of the calendar, the next first.
     *
     * @param until the first moment after it
     */
    Mono<List<Scheduled>> due(Instant from, Instant until, Caller caller) {
        var first =
                PostQuery.ofStatus("scheduled", PAGE).in(PostOrder.DATED_FIRST).after(PostCursor.from(from));
        return listing.find(first, caller)
                .expand(page -> page.next() == null || !page.next().at().isBefore(until)
                        ? Mono.empty()
                        : listing.find(first.after(page.next()), caller))
                .flatMapIterable(page -> scheduled(posts(page)))
                .filter(post -> post.schedule().publishAt().isBefore(until))
                .collectList();
    }

    private static List<Scheduled> scheduled(List<Post> posts) {
        return posts.stream()
                .filter(Scheduled.class::isInstance)
                .map(Scheduled.class::cast)
                .toList();
    }

    private Mono<List<Post>> find(PostQuery query, Caller caller) {
        return listing.find(query, caller).map(PostLists::posts);
    }

    private static List<Post> posts(PostPage page) {
        return page.posts().stream().map(PostSummary::post).toList();
    }
}
