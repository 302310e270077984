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
 * @param prefix the last of them without a stem, as a prefix has it
 */
record AnalyzedClause(Clause clause, List<PositionedTerm> terms, String prefix) {

    private static final Analyzer QUERIES = IndicatorAnalyzer.forQueries();
    private static final Analyzer PREFIXES = IndicatorAnalyzer.forPrefixes();

    /** A term and its position, counted from the first of its clause. */
    record PositionedTerm(String text, int position) {}

    static AnalyzedClause of(Clause clause) {
        var unstemmed = analyze(PREFIXES, clause.text());
        var prefix =
                unstemmed.isEmpty() ? "" : unstemmed.get(unstemmed.size() - 1).text();
        return new AnalyzedClause(clause, analyze(QUERIES, clause.text()), prefix);
    }

    boolean isExcluded() {
        return clause.excluded();
    }

    boolean isPhrase() {
        return terms.size() > 1;
    }

    boolean isPrefix() {
        return clause.kind() == Clause.Kind.PREFIX && prefix.length() >= Clause.SHORTEST_PREFIX;
    }

    /** Returns the word if longer and similar words may stand for it; indicators, numbers and phrases are meant as typed. */
    Optional<String> expandableWord() {
        return clause.kind() == Clause.Kind.WORD && !isExcluded() && terms.size() == 1
                ? Optional.of(terms.get(0).text())
                        .filter(word -> word.codePoints().allMatch(Character::isLetter))
                : Optional.empty();
    }

    private static List<PositionedTerm> analyze(Analyzer analyzer, String text) {
        var terms = new ArrayList<PositionedTerm>();
        try (var tokens = analyzer.tokenStream(SearchDocuments.ALL, text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var increment = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            for (var position = 0; tokens.incrementToken(); ) {
                position += terms.isEmpty() ? 0 : increment.getPositionIncrement();
                terms.add(new PositionedTerm(term.toString(), position));
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return List.copyOf(terms);
    }
}
