package org.vedette.feed.search;

import java.util.List;

/**
 * One page of what was found.
 *
 * @param total number of posts found; at least that many when it is not exact
 * @param totalIsExact whether all were counted
 * @param page number of this page, from 1
 * @param size hits that a page has at most
 * @param forgiven typos that were forgiven to find more; empty when everything was taken as typed
 * @param hits in the order asked for
 */
public record SearchResult(
        long total, boolean totalIsExact, int page, int size, List<Forgiven> forgiven, List<Hit> hits) {

    public SearchResult {
        forgiven = List.copyOf(forgiven);
        hits = List.copyOf(hits);
    }
}
