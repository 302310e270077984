package org.vedette.feed.search.index.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.vedette.feed.search.index.analysis.IndicatorTokenizer.Token;

/**
 * A sequence of words with separators between them: a domain, an address, a file name, a version, or just words with
 * hyphens. With a dot or an at sign it is an indicator, found as a whole, by the domains above it, and by its words.
 */
final class TermSequence {

    /** No host name is longer (RFC 1035 §2.3.4). */
    private static final int MAX_LENGTH = 255;

    private static final int MAX_WORDS = 32;
    private static final int MAX_PARENTS = 6;

    private final String text;
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final List<String> separators = new ArrayList<>();

    /** Reads as many words as there are separators between, up to the limits of indicators. */
    TermSequence(String text, int start, int endOfFirst, Separator first) {
        this.text = text;
        add(start, endOfFirst);
        var separator = first;
        while (separator != null && !isFull(start, separator)) {
            separators.add(separator.sign());
            var end = Words.end(text, separator.end());
            add(separator.end(), end);
            separator = Separator.at(text, end);
        }
    }

    private boolean isFull(int start, Separator next) {
        return words() == MAX_WORDS
                || next.end() - start > MAX_LENGTH
                || (next.sign().equals(Separator.AT) && separators.contains(Separator.AT));
    }

    private void add(int start, int end) {
        starts.add(start);
        ends.add(end);
    }

    int words() {
        return starts.size();
    }

    int end() {
        return ends.get(words() - 1);
    }

    /** Adds the terms it is found by, in the order of positions; without parts the whole, where it is an indicator. */
    void addTokens(int position, boolean withParts, Collection<Token> tokens) {
        var host = separators.indexOf(Separator.AT) + 1;
        var isIndicator = host > 0 || separators.contains(Separator.DOT);
        if (isIndicator && !withParts) {
            tokens.add(indicator(0, words(), position));
            return;
        }
        var isNumber = separators.contains(Separator.DOT)
                && IntStream.range(0, words()).noneMatch(this::hasLetter);
        for (var word = 0; word < words(); word++) {
            addIndicators(word, host, position, tokens);
            if (!isNumber) {
                tokens.add(Token.word(text, starts.get(word), ends.get(word), position + word));
            }
        }
    }

    private void addIndicators(int word, int host, int position, Collection<Token> tokens) {
        if (word == 0 && host > 0) {
            tokens.add(indicator(0, words(), position));
            if (dots(0, host) > 0) {
                tokens.add(indicator(0, host, position));
            }
        }
        if (word == host ? dots(host, words()) > 0 : word > host && isParent(word)) {
            tokens.add(indicator(word, words(), position));
        }
    }

    /** Whether the words from one on are a domain above the whole. */
    private boolean isParent(int word) {
        var levels = dots(word, words());
        return separators.get(word - 1).equals(Separator.DOT)
                && levels > 0
                && levels <= MAX_PARENTS
                && hasLetter(words() - 1);
    }

    private boolean hasLetter(int word) {
        return text.substring(starts.get(word), ends.get(word)).codePoints().anyMatch(Character::isLetter);
    }

    private long dots(int from, int to) {
        return separators.subList(from, to - 1).stream()
                .filter(Separator.DOT::equals)
                .count();
    }

    private Token indicator(int from, int to, int position) {
        var term = new StringBuilder();
        for (var word = from; word < to; word++) {
            var start = starts.get(word);
            term.append(word == from ? "" : separators.get(word - 1))
                    .append(text, start, Math.min(ends.get(word), start + IndicatorTokenizer.MAX_WORD_LENGTH));
        }
        return new Token(term.toString(), starts.get(from), ends.get(to - 1), position + from, true);
    }
}
