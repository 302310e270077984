package org.vedette.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.search.SearchIndex;
import org.vedette.feed.search.SearchQuery;
import org.vedette.feed.search.SearchResult;

/** Writes what it was given only when it is asked for something: most tests of pages never search. */
record LateIndex(SearchIndex index, List<ProjectedPost> given) implements SearchIndex {

    LateIndex(SearchIndex index) {
        this(index, new ArrayList<>());
    }

    @Override
    public void put(Collection<ProjectedPost> changed) {
        given.addAll(changed);
    }

    @Override
    public Rebuild rebuild() {
        return upToDate().rebuild();
    }

    @Override
    public SearchResult find(SearchQuery query) {
        return upToDate().find(query);
    }

    @Override
    public long size() {
        return upToDate().size();
    }

    private SearchIndex upToDate() {
        if (!given.isEmpty()) {
            index.put(given);
            given.clear();
        }
        return index;
    }
}
