package org.vedette.feed.search;

import java.util.List;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.updates.TimelineChange;
import org.vedette.feed.entries.updates.TimelineSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the search index equal to the entries. */
public final class SearchFollower implements TimelineSubscriber {

    private final SearchService search;

    public SearchFollower(SearchService search) {
        this.search = search;
    }

    @Override
    public Mono<Void> apply(List<TimelineChange> changes) {
        return search.follow(changes.stream().map(TimelineChange::post).toList());
    }

    @Override
    public Mono<Void> rebuild(Flux<ProjectedPost> everything) {
        return search.rebuild(everything);
    }
}
