package org.vedette.feed.search;

import java.util.List;
import org.vedette.feed.entries.Projected;
import org.vedette.feed.entries.following.Change;
import org.vedette.feed.entries.following.EntryFollower;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the search index equal to the entries. */
public final class SearchFollower implements EntryFollower {

    private final SearchService search;

    public SearchFollower(SearchService search) {
        this.search = search;
    }

    @Override
    public Mono<Void> follow(List<Change> changes) {
        return search.follow(changes.stream().map(Change::now).toList());
    }

    @Override
    public Mono<Void> beginAnew(Flux<Projected> everything) {
        return search.rebuild(everything);
    }
}
