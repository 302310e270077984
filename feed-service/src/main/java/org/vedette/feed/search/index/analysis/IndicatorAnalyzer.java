package org.vedette.feed.search.index.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;

/**
 * Analyzes posts and queries. Posts are indexed by their words and by their indicators, each as a whole and by its parts;
 * a query asks for the whole of an indicator only.
 */
public final class IndicatorAnalyzer extends Analyzer {

    /** No phrase matches across two values of a field. */
    private static final int GAP_BETWEEN_VALUES = 100;

    private final boolean withParts;
    private final boolean withStems;

    private IndicatorAnalyzer(boolean withParts, boolean withStems) {
        this.withParts = withParts;
        this.withStems = withStems;
    }

    /** Returns the analyzer of posts in English. */
    public static IndicatorAnalyzer forIndexing() {
        return new IndicatorAnalyzer(true, true);
    }

    /** Returns the analyzer of posts in other languages, whose words have no English plural. */
    public static IndicatorAnalyzer forIndexingWithoutStems() {
        return new IndicatorAnalyzer(true, false);
    }

    /** Returns the analyzer of words and phrases of a query. */
    public static IndicatorAnalyzer forQueries() {
        return new IndicatorAnalyzer(false, true);
    }

    /** Returns the analyzer of a query as it is typed, for posts that are not in English, and for prefixes of words. */
    public static IndicatorAnalyzer forQueriesWithoutStems() {
        return new IndicatorAnalyzer(false, false);
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP_BETWEEN_VALUES;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var tokenizer = new IndicatorTokenizer(withParts);
        TokenStream folded = new FoldingFilter(tokenizer);
        return new TokenStreamComponents(tokenizer, withStems ? new EnglishMinimalStemFilter(folded) : folded);
    }
}
