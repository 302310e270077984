package org.vedette.feed.search.index.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Words that are joined: a domain, an address, a file name, a version, or just words with hyphens.
 *
 * <p>With a dot or an at in it, it is an indicator: it is found as a whole, by the domains above it, and by its words.
 */
final class Chain {

    /** No host name is longer (RFC 1035 §2.3.4). */
    private static final int MAX_LENGTH = 255;

    private static final int MAX_WORDS = 32;
    private static final int MAX_PARENTS = 6;

    private final String text;
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final List<String> joints = new ArrayList<>();
    private final List<String> folded = new ArrayList<>();

    /** Reads as many words as are joined, up to what any indicator has. */
    Chain(String text, int start, int endOfFirst, Joint first) {
        this.text = text;
        add(start, endOfFirst);
        var joint = first;
        while (joint != null && !isFull(start, joint)) {
            joints.add(joint.sign());
            var end = Words.end(text, joint.end());
            add(joint.end(), end);
            joint = Joint.at(text, end);
        }
    }

    private boolean isFull(int start, Joint next) {
        return starts.size() == MAX_WORDS
                || next.end() - start > MAX_LENGTH
                || (next.sign().equals(Joint.AT) && joints.contains(Joint.AT));
    }

    private void add(int start, int end) {
        starts.add(start);
        ends.add(end);
        folded.add(Folding.fold(text, start, end));
    }

    int words() {
        return starts.size();
    }

    int end() {
        return ends.get(words() - 1);
    }

    /** Everything it can be found by, in the order of positions. */
    void tell(int position, Consumer<Token> tokens) {
        var host = joints.indexOf(Joint.AT) + 1;
        var isNumber = joints.contains(Joint.DOT) && folded.stream().allMatch(Letters::isDigits);
        for (var word = 0; word < words(); word++) {
            tellIndicators(word, host, position, tokens);
            if (!isNumber) {
                var term = Folding.word(text, starts.get(word), ends.get(word));
                tokens.accept(new Token(term, starts.get(word), ends.get(word), position + word, 1));
            }
        }
    }

    private void tellIndicators(int word, int host, int position, Consumer<Token> tokens) {
        if (word == 0 && host > 0) {
            tokens.accept(indicator(0, words(), position));
            if (dots(0, host) > 0) {
                tokens.accept(indicator(0, host, position));
            }
        }
        if (word == host ? dots(host, words()) > 0 : word > host && isParent(word)) {
            tokens.accept(indicator(word, words(), position));
        }
    }

    /** Whether the rest from a word on is a domain above the whole. */
    private boolean isParent(int word) {
        var levels = dots(word, words());
        return joints.get(word - 1).equals(Joint.DOT)
                && levels > 0
                && levels <= MAX_PARENTS
                && !Letters.isDigits(folded.get(words() - 1));
    }

    private long dots(int from, int to) {
        return joints.subList(from, to - 1).stream().filter(Joint.DOT::equals).count();
    }

    private Token indicator(int from, int to, int position) {
        var term = new StringBuilder(folded.get(from));
        for (var word = from + 1; word < to; word++) {
            term.append(joints.get(word - 1)).append(folded.get(word));
        }
        return new Token(term.toString(), starts.get(from), ends.get(to - 1), position + from, to - from);
    }
}
