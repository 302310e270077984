package org.vedette.feed.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.search.spell.SuggestWordFrequencyComparator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Finds similar words for those that hardly any post has and no longer word begins with. */
final class SpellingCorrector {

    /** A word in fewer posts may be misspelled in the posts themselves. */
    private static final int COMMON = 3;

    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_WORD_WITH_TWO_TYPOS = 8;
    private static final int MAX_CORRECTIONS = 3;

    /** More than are taken, since terms that are no words are left out. */
    private static final int MAX_SUGGESTIONS = 6;

    /** Writers mostly have the first letters right. */
    private static final DirectSpellChecker ONE_TYPO = checker(1);

    private static final DirectSpellChecker TWO_TYPOS = checker(2);

    private final IndexReader reader;

    SpellingCorrector(IndexReader reader) {
        this.reader = reader;
    }

    /** Returns for every word to be corrected those it may stand for, the most likely first. */
    Map<AnalyzedClause, List<String>> correct(List<AnalyzedClause> clauses) throws IOException {
        var corrections = new LinkedHashMap<AnalyzedClause, List<String>>();
        for (var clause : clauses) {
            var word = clause.word().orElse("");
            if (word.codePointCount(0, word.length()) >= SHORTEST_WORD && !isKnown(word)) {
                var similar = similar(word);
                if (!similar.isEmpty()) {
                    corrections.put(clause, similar);
                }
            }
        }
        return corrections;
    }

    private boolean isKnown(String word) throws IOException {
        return reader.docFreq(new Term(SearchDocuments.ALL, word)) >= COMMON || hasLonger(word);
    }

    private boolean hasLonger(String word) throws IOException {
        var terms = MultiTerms.getTerms(reader, SearchDocuments.ALL);
        if (terms == null) {
            return false;
        }
        var each = terms.iterator();
        var prefix = new BytesRef(word);
        var next = switch (each.seekCeil(prefix)) {
            case FOUND -> each.next();
            case NOT_FOUND -> each.term();
            case END -> null;
        };
        return next != null && StringHelper.startsWith(next, prefix);
    }

    private List<String> similar(String word) throws IOException {
        var near = suggestions(ONE_TYPO, word);
        var isNear = near.stream().anyMatch(suggestion -> suggestion.freq >= COMMON);
        var far = isNear || word.length() < SHORTEST_WORD_WITH_TWO_TYPOS
                ? List.<SuggestWord>of()
                : suggestions(TWO_TYPOS, word);
        return (far.isEmpty() ? near : far)
                .stream()
                        .limit(MAX_CORRECTIONS)
                        .map(suggestion -> suggestion.string)
                        .toList();
    }

    private List<SuggestWord> suggestions(DirectSpellChecker checker, String word) throws IOException {
        var term = new Term(SearchDocuments.ALL, word);
        var all = checker.suggestSimilar(term, MAX_SUGGESTIONS, reader, SuggestMode.SUGGEST_MORE_POPULAR);
        return Arrays.stream(all)
                .filter(suggestion -> suggestion.string.codePoints().allMatch(Character::isLetter))
                .toList();
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
