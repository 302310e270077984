package org.vedette.feed.search.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.search.Forgiven;
import org.vedette.feed.search.SearchResult;

/**
 * One page of what was found.
 *
 * @param total number of posts found; at least that many when it is not exact
 * @param totalIsExact whether all were counted
 * @param page number of this page, from 1
 * @param size results that a page has at most
 * @param forgiven typos that were forgiven to find more
 * @param results in the order asked for; one that was withdrawn in this very moment is left out
 */
record SearchAnswer(
        long total, boolean totalIsExact, int page, int size, List<Forgiven> forgiven, List<FoundPost> results) {

    static SearchAnswer of(SearchResult result, Map<UUID, EntrySummary> heads, Blog blog) {
        return new SearchAnswer(
                result.total(),
                result.totalIsExact(),
                result.page(),
                result.size(),
                result.forgiven(),
                result.hits().stream()
                        .flatMap(hit ->
                                Optional.ofNullable(heads.get(hit.id()))
                                        .map(head -> FoundPost.of(hit, head, blog))
                                        .stream())
                        .toList());
    }
}
