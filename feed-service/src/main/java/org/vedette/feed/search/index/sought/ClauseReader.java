package org.vedette.feed.search.index.sought;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.vedette.feed.search.Clause;
import org.vedette.feed.search.index.scan.Folding;
import org.vedette.feed.search.index.scan.TextScanner;
import org.vedette.feed.search.index.scan.Token;
import org.vedette.feed.search.index.sought.Sought.Slot;

/** Puts clauses into the terms of the index, reading them as the index reads posts. */
public final class ClauseReader {

    /** Of one prefix, and of all prefixes of a query together. */
    private static final int MOST_EXPANSIONS = 32;

    private static final int MOST_EXPANSIONS_OF_ALL = 200;

    private final Dictionary dictionary;

    public ClauseReader(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** What can be looked for of all clauses; those without a letter or a digit say nothing. */
    public List<Sought> read(List<Clause> clauses) throws IOException {
        var all = new ArrayList<Sought>();
        var prefixes = clauses.stream()
                .filter(clause -> clause.kind() == Clause.Kind.PREFIX)
                .count();
        var expansions = Math.min(MOST_EXPANSIONS, MOST_EXPANSIONS_OF_ALL / (int) Math.max(1, prefixes));
        for (var clause : clauses) {
            var tokens = longestTokens(clause.text());
            if (!tokens.isEmpty()) {
                all.add(new Sought(clause, slots(clause, tokens, expansions)));
            }
        }
        return List.copyOf(all);
    }

    private List<Slot> slots(Clause clause, List<Token> tokens, int expansions) throws IOException {
        var slots = new ArrayList<Slot>();
        var last = tokens.get(tokens.size() - 1);
        for (var token : tokens) {
            var isPrefix = token.equals(last) && clause.kind() == Clause.Kind.PREFIX;
            var terms = isPrefix ? expanded(clause.text(), token, expansions) : List.of(token.term());
            slots.add(new Slot(token.position() - tokens.get(0).position(), terms));
        }
        return List.copyOf(slots);
    }

    private List<String> expanded(String text, Token token, int limit) throws IOException {
        var prefix = token.span() == 1 ? Folding.fold(text, token.start(), token.end()) : token.term();
        var terms = new LinkedHashSet<String>();
        terms.add(token.term());
        if (prefix.length() >= Clause.SHORTEST_PREFIX) {
            terms.addAll(dictionary.beginningWith(prefix, limit));
        }
        return List.copyOf(terms);
    }

    /** Of an indicator the whole, and neither its parents nor its words. */
    private static List<Token> longestTokens(String text) {
        var longest = new ArrayList<Token>();
        var scanner = new TextScanner(text);
        while (scanner.hasNext()) {
            var token = scanner.next();
            var last = longest.isEmpty() ? null : longest.get(longest.size() - 1);
            if (last == null || token.position() >= last.position() + last.span()) {
                longest.add(token);
            } else if (token.position() == last.position() && token.span() > last.span()) {
                longest.set(longest.size() - 1, token);
            }
        }
        return longest;
    }
}
