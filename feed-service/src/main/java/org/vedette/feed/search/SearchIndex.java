package org.vedette.feed.search;

import java.util.Collection;
import org.vedette.feed.entries.ProjectedPost;

/** The full-text index of posts. Every operation blocks; none reads the store. */
public interface SearchIndex {

    /** Indexes entries newer than those it has and removes withdrawn ones; searches see it at once. */
    void put(Collection<ProjectedPost> changed);

    /** Begins another index beside this one; an earlier rebuild that is not complete is discarded. */
    Rebuild rebuild();

    SearchResult find(SearchQuery query);

    /** Returns the number of posts that can be found. */
    long size();

    /** Another index, filled while the current one serves. It also receives what is put into the current one meanwhile. */
    interface Rebuild extends AutoCloseable {

        /** Indexes a batch; of entries it has in a later revision nothing changes. */
        void add(Collection<ProjectedPost> batch);

        /** Merges the new index, which takes a while, and makes it the current one. */
        void complete();

        /** Discards the new index, unless it is the current one. */
        @Override
        void close();
    }
}
