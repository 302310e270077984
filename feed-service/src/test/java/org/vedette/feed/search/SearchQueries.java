package org.vedette.feed.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Searches that differ in one thing from another. */
public final class SearchQueries {

    private SearchQueries() {}

    public static SearchQuery inSeries(SearchQuery of, String slug) {
        return new SearchQuery(
                of.text(), slug, of.tag(), of.author(), of.from(), of.to(), of.page(), of.size(), of.order());
    }

    public static SearchQuery tagged(SearchQuery of, String tag) {
        return new SearchQuery(
                of.text(), of.series(), tag, of.author(), of.from(), of.to(), of.page(), of.size(), of.order());
    }

    public static SearchQuery by(SearchQuery of, String slug) {
        return new SearchQuery(
                of.text(), of.series(), of.tag(), slug, of.from(), of.to(), of.page(), of.size(), of.order());
    }

    public static SearchQuery between(SearchQuery of, @Nullable Instant from, @Nullable Instant to) {
        return new SearchQuery(
                of.text(), of.series(), of.tag(), of.author(), from, to, of.page(), of.size(), of.order());
    }

    public static SearchQuery page(SearchQuery of, int number, int hits) {
        return new SearchQuery(
                of.text(), of.series(), of.tag(), of.author(), of.from(), of.to(), number, hits, of.order());
    }

    public static SearchQuery newestFirst(SearchQuery of) {
        return new SearchQuery(
                of.text(),
                of.series(),
                of.tag(),
                of.author(),
                of.from(),
                of.to(),
                of.page(),
                of.size(),
                SearchQuery.Order.NEWEST);
    }
}
