package org.vedette.feed.search.index.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads what can be found in a text, in the order of positions and in time proportional to its length, whatever is in it.
 * The index, the reader of queries and the highlighter read with it, so that they agree.
 */
public final class TextScanner implements Iterator<Token> {

    /** Parts a text: no phrase reaches over it. */
    public static final char PART = '\u2029';

    private static final int BETWEEN_PARTS = 100;

    private final String text;
    private final Initials wanted;
    private final Deque<Token> ready = new ArrayDeque<>();
    private final AtomicInteger at = new AtomicInteger();
    private final AtomicInteger position = new AtomicInteger();

    public TextScanner(String text) {
        this(text, Initials.ALL);
    }

    /** Leaves out words that begin with another letter than is wanted; it is much faster then. */
    public TextScanner(String text, Initials wanted) {
        this.text = text;
        this.wanted = wanted;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && at.getPlain() < text.length()) {
            read();
        }
        return !ready.isEmpty();
    }

    @Override
    public Token next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void read() {
        var start = skipToWord(at.getPlain());
        at.setPlain(start);
        if (start == text.length()) {
            return;
        }
        var end = Words.end(text, start);
        var joint = Joint.at(text, end);
        if (joint == null) {
            readWord(start, end);
            return;
        }
        var chain = new Chain(text, start, end, joint);
        chain.tell(position.getPlain(), this::keep);
        move(chain.end(), chain.words());
    }

    private void readWord(int start, int end) {
        var afterScheme = Scheme.skip(text, start, end);
        if (afterScheme > start) {
            move(afterScheme, 0);
            return;
        }
        if (wanted.contain(text.charAt(start))) {
            keep(new Token(Folding.word(text, start, end), start, end, position.getPlain(), 1));
        }
        move(end, 1);
    }

    /** Of a few odd letters folding leaves nothing. */
    private void keep(Token token) {
        if (!token.term().isEmpty()) {
            ready.add(token);
        }
    }

    private int skipToWord(int from) {
        var start = Words.start(text, from);
        for (var gap = from; gap < start; gap++) {
            if (text.charAt(gap) == PART) {
                position.setPlain(position.getPlain() + BETWEEN_PARTS);
            }
        }
        return start;
    }

    private void move(int to, int words) {
        at.setPlain(to);
        position.setPlain(position.getPlain() + words);
    }
}
