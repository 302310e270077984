package org.vedette.feed.search;

import java.util.Collection;
import org.vedette.feed.entries.ProjectedPost;

/** Where posts are found by what they say. Every operation blocks; none asks the store. */
public interface SearchIndex {

    /** Takes in what is newer than what is known, and leaves out what was withdrawn; it is found at once. */
    void put(Collection<ProjectedPost> changed);

    /** Begins a new index beside this one, in the place of any other that was begun and not completed. */
    Rebuilding rebuild();

    SearchResult find(SearchQuery query);

    /** Posts that can be found. */
    long size();
}
