package org.vedette.post.listing.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Counts how many of the posts that a query finds have each value of a field. */
final class ValueCounter {

    private final IndexSearcher searcher;
    private final String field;

    ValueCounter(IndexSearcher searcher, String field) {
        this.searcher = searcher;
        this.field = field;
    }

    /** The numbers by value, in no order; a value that no post has is not there. */
    Map<String, Integer> count(Query query) throws IOException {
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        var counts = new HashMap<String, Integer>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            addLeaf(leaf, weight, counts);
        }
        return counts;
    }

    private void addLeaf(LeafReaderContext leaf, Weight weight, Map<String, Integer> counts) throws IOException {
        var scorer = weight.scorer(leaf);
        if (scorer == null) {
            return;
        }
        var values = DocValues.getSortedSet(leaf.reader(), field);
        var byOrdinal = new int[Math.toIntExact(values.getValueCount())];
        var live = leaf.reader().getLiveDocs();
        var found = scorer.iterator();
        for (var doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
            if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
                count(values, byOrdinal);
            }
        }
        for (var ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
            if (byOrdinal[ordinal] > 0) {
                counts.merge(values.lookupOrd(ordinal).utf8ToString(), byOrdinal[ordinal], Integer::sum);
            }
        }
    }

    private static void count(SortedSetDocValues values, int[] byOrdinal) throws IOException {
        for (var i = 0; i < values.docValueCount(); i++) {
            byOrdinal[Math.toIntExact(values.nextOrd())]++;
        }
    }
}
