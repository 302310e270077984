package org.vedette.feed.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.vedette.feed.search.Clause;
import org.vedette.feed.search.index.analysis.IndicatorAnalyzer;

/**
 * A clause of a query and the terms it consists of.
 *
 * @param terms in the order of positions; several for a phrase, none when the clause has neither letter nor digit
 */
record AnalyzedClause(Clause clause, List<PositionedTerm> terms) {

    AnalyzedClause {
        terms = List.copyOf(terms);
    }

    private static final Analyzer STEMS = IndicatorAnalyzer.forQueries();
    private static final Analyzer WORDS = IndicatorAnalyzer.forQueriesWithoutStems();

    /**
     * A term of a query.
     *
     * @param stem what it is in posts in English
     * @param word what it is in posts in other languages
     * @param position counted from the first of its clause
     */
    record PositionedTerm(String stem, String word, int position) {

        /** What it may be in a post, each once. */
        List<String> forms() {
            return stem.equals(word) ? List.of(stem) : List.of(stem, word);
        }
    }

    /** Both analyses have the same positions, because a stem takes the place of its word. */
    static AnalyzedClause of(Clause clause) {
        var stems = analyze(STEMS, clause.text());
        var words = analyze(WORDS, clause.text());
        var terms = new ArrayList<PositionedTerm>();
        for (var at = 0; at < stems.size(); at++) {
            var stem = stems.get(at);
            terms.add(new PositionedTerm(stem.text(), words.get(at).text(), stem.position()));
        }
        return new AnalyzedClause(clause, terms);
    }

    private record Token(String text, int position) {}

    boolean isExcluded() {
        return clause.excluded();
    }

    boolean isPhrase() {
        return terms.size() > 1;
    }

    boolean isPrefix() {
        return clause.kind() == Clause.Kind.PREFIX && prefix().length() >= Clause.SHORTEST_PREFIX;
    }

    /** The last term as it is typed, since what a word begins with has no plural to be removed. */
    String prefix() {
        return terms.isEmpty() ? "" : terms.get(terms.size() - 1).word();
    }

    /** Returns the word if longer and similar words may stand for it; indicators, numbers and phrases are meant as typed. */
    Optional<String> expandableWord() {
        return clause.kind() == Clause.Kind.WORD && !isExcluded() && terms.size() == 1
                ? Optional.of(terms.get(0).stem())
                        .filter(word -> word.codePoints().allMatch(Character::isLetter))
                : Optional.empty();
    }

    private static List<Token> analyze(Analyzer analyzer, String text) {
        var terms = new ArrayList<Token>();
        try (var tokens = analyzer.tokenStream(SearchDocuments.ALL, text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var increment = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            for (var position = 0; tokens.incrementToken(); ) {
                position += terms.isEmpty() ? 0 : increment.getPositionIncrement();
                terms.add(new Token(term.toString(), position));
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return terms;
    }
}
