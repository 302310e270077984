package org.vedette.feed.search.index;

import static org.vedette.feed.search.index.SearchDocuments.ALL;
import static org.vedette.feed.search.index.SearchDocuments.LEAD;
import static org.vedette.feed.search.index.SearchDocuments.TITLE;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageScorer;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.apache.lucene.util.BytesRef;
import org.vedette.feed.search.Hit;
import org.vedette.feed.search.index.SnippetFormatter.Snippet;
import org.vedette.feed.search.index.SnippetFormatter.Snippets;
import org.vedette.feed.search.index.analysis.IndicatorAnalyzer;

/**
 * Highlights hits by the offsets in the index: the whole title, one or two passages of the body, and whole values of the
 * lead.
 */
final class HitHighlighter extends UnifiedHighlighter {

    /** Stands between the values of a field. */
    static final char VALUE_SEPARATOR = MULTIVAL_SEP_CHAR;

    private static final String[] FIELDS = {TITLE, ALL, LEAD};
    private static final int[] MAX_PASSAGES = {1, 2, 8};

    /** A passage is longer than this by its last word, and about a third of it is before the first match. */
    private static final int PASSAGE_LENGTH = 190;

    private static final float BEFORE_FIRST_MATCH = 0.3f;

    private static final Set<HighlightFlag> PHRASES_AS_ONE = Set.of(
            HighlightFlag.PHRASES,
            HighlightFlag.MULTI_TERM_QUERY,
            HighlightFlag.WEIGHT_MATCHES,
            HighlightFlag.PASSAGE_RELEVANCY_OVER_SPEED);

    /** Without these the highlighter only looks up terms, which is several times faster. */
    private static final Set<HighlightFlag> WORDS = Set.of(HighlightFlag.MULTI_TERM_QUERY);

    private static final PassageScorer SCORER = new DistinctTerms();
    private static final Analyzer ANALYZER = IndicatorAnalyzer.forIndexing();

    private final boolean hasPhrase;

    /** @param hasPhrase whether the query has a phrase, which is one match */
    HitHighlighter(IndexSearcher searcher, boolean hasPhrase) {
        super(UnifiedHighlighter.builder(searcher, ANALYZER)
                .withMaxLength(SearchDocuments.MAX_SHOWN)
                .withFormatter(new SnippetFormatter()));
        this.hasPhrase = hasPhrase;
    }

    List<Hit> hits(Query query, int[] docs) throws IOException {
        var hits = new ArrayList<Hit>();
        if (docs.length > 0) {
            var snippets = highlightFieldsAsObjects(FIELDS, query, docs, MAX_PASSAGES);
            for (var at = 0; at < docs.length; at++) {
                hits.add(new Hit(
                        SearchDocuments.id(value(docs[at], SearchDocuments.ID)),
                        snippets(snippets, TITLE, at).get(0).parts(),
                        snippets(snippets, ALL, at).stream().map(Snippet::parts).toList(),
                        matches(docs[at], snippets(snippets, LEAD, at))));
            }
        }
        return hits;
    }

    @Override
    protected OffsetSource getOffsetSource(String field) {
        return OffsetSource.POSTINGS;
    }

    @Override
    protected PassageScorer getScorer(String field) {
        return SCORER;
    }

    @Override
    protected Set<HighlightFlag> getFlags(String field) {
        return hasPhrase ? PHRASES_AS_ONE : WORDS;
    }

    /** Without a match the whole title and the beginning of the body are shown, and nothing of the lead. */
    @Override
    protected int getMaxNoHighlightPassages(String field) {
        return field.equals(LEAD) ? 0 : 1;
    }

    @Override
    protected BreakIterator getBreakIterator(String field) {
        return field.equals(ALL)
                ? LengthGoalBreakIterator.createClosestToLength(
                        new WhitespaceBreakIterator(), PASSAGE_LENGTH, BEFORE_FIRST_MATCH)
                : new WholeBreakIterator();
    }

    private static List<Snippet> snippets(Map<String, Object[]> fields, String field, int doc) {
        var ofAll = fields.getOrDefault(field, new Object[0]);
        return ofAll[doc] instanceof Snippets snippets ? snippets.all() : List.of();
    }

    private BytesRef value(int doc, String field) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        var values = DocValues.getBinary(leaf.reader(), field);
        if (!values.advanceExact(doc - leaf.docBase)) {
            throw new IllegalStateException("document " + doc + " of the search index has no " + field);
        }
        return values.binaryValue();
    }

    private List<Hit.Match> matches(int doc, List<Snippet> values) throws IOException {
        if (values.isEmpty()) {
            return List.of();
        }
        var fields = SearchDocuments.leadFields(value(doc, SearchDocuments.LEAD_FIELDS));
        return values.stream()
                .map(each -> new Hit.Match(fields.get(each.value()), each.parts()))
                .toList();
    }

    /** Prefers passages with many different terms. Lucene's own scorer allocates 32 KB for each, a tenth of a search. */
    private static final class DistinctTerms extends PassageScorer {

        private static final int DISTINCT_TERM = 10;
        private static final int MAX_MATCHES = 5;

        @Override
        public float score(Passage passage, int contentLength) {
            var matches = passage.getNumMatches();
            var distinct = Arrays.stream(passage.getMatchTerms(), 0, matches).distinct();
            return distinct.count() * DISTINCT_TERM + Math.min(matches, MAX_MATCHES);
        }
    }
}
