package org.vedette.feed.search.index;

import java.util.Arrays;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageScorer;

/**
 * Prefers passages with many different terms of the query. Lucene's own scorer allocates a hash table of 32 KB for each
 * passage, a tenth of the cost of a search.
 */
final class DistinctTermsScorer extends PassageScorer {

    private static final int DISTINCT_TERM = 10;

    /** Of repetitions only so many count. */
    private static final int MAX_MATCHES = 5;

    @Override
    public float score(Passage passage, int contentLength) {
        var matches = passage.getNumMatches();
        var distinct =
                Arrays.stream(passage.getMatchTerms(), 0, matches).distinct().count();
        return distinct * DISTINCT_TERM + Math.min(matches, MAX_MATCHES);
    }
}
