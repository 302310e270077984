package org.vedette.post.studio.posts.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.listing.ListingService;
import org.vedette.post.listing.ListingService.PostPage;
import org.vedette.post.listing.PostQuery;
import org.vedette.post.publishing.PostSummary;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Mono;

/** Lists posts by their state. */
@Component
final class PostLists {

    private static final int MAX_SCHEDULED = 100;

    private final ListingService listing;

    PostLists(ListingService listing) {
        this.listing = listing;
    }

    /** The newest posts in a state. */
    Mono<List<Post>> newest(String status, int limit, Caller caller) {
        return find(new PostQuery(status, null, null, null, null, null, null, null, null, limit), caller);
    }

    /** The newest posts of a series, in any state. */
    Mono<List<Post>> ofSeries(String slug, int limit, Caller caller) {
        return find(new PostQuery(null, null, slug, null, null, null, null, null, null, limit), caller);
    }

    /** All scheduled posts, the next first. */
    Mono<List<Scheduled>> scheduled(Caller caller) {
        return newest("scheduled", MAX_SCHEDULED, caller)
                .map(posts -> posts.stream()
                        .filter(Scheduled.class::isInstance)
                        .map(Scheduled.class::cast)
                        .sorted(Comparator.comparing(post -> post.schedule().publishAt()))
                        .toList());
    }

    private Mono<List<Post>> find(PostQuery query, Caller caller) {
        return listing.find(query, caller).map(PostLists::posts);
    }

    private static List<Post> posts(PostPage page) {
        return page.posts().stream().map(PostSummary::post).toList();
    }
}
