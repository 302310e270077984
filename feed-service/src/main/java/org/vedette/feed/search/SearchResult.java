package org.vedette.feed.search;

import java.util.List;

/**
 * One page of hits.
 *
 * @param total number of posts found; at least that many when it is not exact
 * @param totalIsExact whether all were counted
 * @param page number of this page, from 1
 * @param size hits that a page has at most
 * @param corrections spellings that were corrected because nothing has the words as typed; mostly empty
 * @param hits in the order asked for
 */
public record SearchResult(
        long total, boolean totalIsExact, int page, int size, List<Correction> corrections, List<Hit> hits) {

    public SearchResult {
        corrections = List.copyOf(corrections);
        hits = List.copyOf(hits);
    }

    /**
     * The correction of a word.
     *
     * @param typed the word as it was typed
     * @param understoodAs similar words that posts have, the most similar first
     */
    public record Correction(String typed, List<String> understoodAs) {

        public Correction {
            understoodAs = List.copyOf(understoodAs);
        }
    }
}
