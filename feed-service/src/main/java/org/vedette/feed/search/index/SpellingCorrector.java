package org.vedette.feed.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.search.spell.SuggestWordFrequencyComparator;

/** Finds similar words for those that no post has and no longer word begins with. */
final class SpellingCorrector {

    /** A word in fewer posts may be misspelled there itself. */
    private static final int COMMON = 3;

    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_WORD_WITH_TWO_TYPOS = 8;
    private static final int MAX_CORRECTIONS = 3;

    /** More than are taken, since terms that are no words are left out. */
    private static final int MAX_SUGGESTIONS = 6;

    /** Writers mostly have the first letters right. */
    private static final DirectSpellChecker ONE_TYPO = checker(1);

    private static final DirectSpellChecker TWO_TYPOS = checker(2);

    private final IndexSearcher searcher;

    SpellingCorrector(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** Returns for every word to be corrected those it may stand for, the most likely first. */
    Map<AnalyzedClause, List<String>> correct(List<AnalyzedClause> clauses) throws IOException {
        var corrections = new LinkedHashMap<AnalyzedClause, List<String>>();
        for (var clause : clauses) {
            var word = clause.expandableWord().orElse("");
            if (word.codePointCount(0, word.length()) >= SHORTEST_WORD && !isKnown(word)) {
                var similar = similar(word);
                if (!similar.isEmpty()) {
                    corrections.put(clause, similar);
                }
            }
        }
        return corrections;
    }

    /** Whether a post has the word or a longer one; then something else of the query is why nothing was found. */
    private boolean isKnown(String word) throws IOException {
        return searcher.search(new PrefixQuery(new Term(SearchDocuments.ALL, word)), 1).scoreDocs.length > 0;
    }

    /** Orders words by their distance, and those of the same distance by their frequency. */
    private List<String> similar(String word) throws IOException {
        var near = suggestions(ONE_TYPO, word);
        var isNear = near.stream().anyMatch(suggestion -> suggestion.freq >= COMMON);
        var far = isNear || word.length() < SHORTEST_WORD_WITH_TWO_TYPOS
                ? List.<SuggestWord>of()
                : suggestions(TWO_TYPOS, word);
        return Stream.concat(near.stream(), far.stream())
                .map(suggestion -> suggestion.string)
                .distinct()
                .limit(MAX_CORRECTIONS)
                .toList();
    }

    /** Returns words within the distance of a checker, the most frequent first. */
    private List<SuggestWord> suggestions(DirectSpellChecker checker, String word) throws IOException {
        var term = new Term(SearchDocuments.ALL, word);
        var all = checker.suggestSimilar(term, MAX_SUGGESTIONS, searcher.getIndexReader(), SuggestMode.SUGGEST_ALWAYS);
        var used = new ArrayList<SuggestWord>();
        for (var suggestion : all) {
            if (suggestion.string.codePoints().allMatch(Character::isLetter) && isUsed(suggestion.string)) {
                used.add(suggestion);
            }
        }
        return used;
    }

    /** Whether a post has the word: the words of posts that were removed stay in the index until segments are merged. */
    private boolean isUsed(String word) throws IOException {
        return searcher.search(new TermQuery(new Term(SearchDocuments.ALL, word)), 1).scoreDocs.length > 0;
    }

    private static DirectSpellChecker checker(int typos) {
        var checker = new DirectSpellChecker();
        checker.setMaxEdits(typos);
        checker.setMinPrefix(typos);
        checker.setThresholdFrequency(0);
        checker.setComparator(new SuggestWordFrequencyComparator());
        return checker;
    }
}
