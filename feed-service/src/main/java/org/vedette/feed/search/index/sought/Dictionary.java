package org.vedette.feed.search.index.sought;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** The terms that posts have. It looks at no more of them than it can in about a millisecond. */
public final class Dictionary {

    private static final int MOST_LOOKED_AT = 1_000;

    private final IndexReader reader;
    private final String field;

    /** @param field what has all terms of a post */
    public Dictionary(IndexReader reader, String field) {
        this.reader = reader;
        this.field = field;
    }

    /** Posts that have a term. */
    int posts(String term) throws IOException {
        return reader.docFreq(new Term(field, term));
    }

    /** Terms that begin like this, those of the most posts first. */
    List<String> beginningWith(String prefix, int limit) throws IOException {
        var beginning = new BytesRef(prefix);
        var found = new HashMap<String, Integer>();
        for (var leaf : reader.leaves()) {
            var terms = leaf.reader().terms(field);
            if (terms != null) {
                var each = terms.iterator();
                if (each.seekCeil(beginning) != TermsEnum.SeekStatus.END) {
                    countWhile(each, beginning, found);
                }
            }
        }
        return best(found).limit(limit).map(Map.Entry::getKey).toList();
    }

    /**
     * Words that are this many slips of the pen away, those of the most posts first, with the number of posts. Who
     * mistypes a word mostly has its first letters right.
     */
    List<Map.Entry<String, Integer>> like(String word, int slips, int limit) throws IOException {
        var found = new HashMap<String, Integer>();
        var automaton = FuzzyQuery.getFuzzyAutomaton(word, slips, slips, true);
        for (var leaf : reader.leaves()) {
            var terms = leaf.reader().terms(field);
            if (terms != null) {
                count(automaton.getTermsEnum(terms), found);
            }
        }
        return best(found)
                .filter(term -> !term.getKey().equals(word)
                        && term.getKey().codePoints().allMatch(Character::isLetter))
                .limit(limit)
                .toList();
    }

    private static void countWhile(TermsEnum terms, BytesRef beginning, Map<String, Integer> found) throws IOException {
        var looked = 0;
        var term = terms.term();
        while (term != null && looked++ < MOST_LOOKED_AT && StringHelper.startsWith(term, beginning)) {
            found.merge(term.utf8ToString(), terms.docFreq(), Integer::sum);
            term = terms.next();
        }
    }

    private static void count(TermsEnum terms, Map<String, Integer> found) throws IOException {
        var looked = 0;
        for (var term = terms.next(); term != null && looked++ < MOST_LOOKED_AT; term = terms.next()) {
            found.merge(term.utf8ToString(), terms.docFreq(), Integer::sum);
        }
    }

    private static Stream<Map.Entry<String, Integer>> best(Map<String, Integer> found) {
        Comparator<Map.Entry<String, Integer>> byPosts = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return found.entrySet().stream().sorted(byPosts.thenComparing(Map.Entry.comparingByKey()));
    }
}
