package org.vedette.feed.search.index;

import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Breaks text before words that follow white space, and anywhere between two characters where there is no white space
 * near. Unlike the iterators of the JDK it never splits {@code evil[.]com}, and its cost does not depend on the text.
 */
final class WhitespaceBreakIterator extends BreakIterator {

    private static final int NEAR = 25;

    private final AtomicReference<CharacterIterator> text = new AtomicReference<>(new StringCharacterIterator(""));
    private final AtomicInteger current = new AtomicInteger();

    @Override
    public CharacterIterator getText() {
        return text.getPlain();
    }

    @Override
    public void setText(CharacterIterator newText) {
        text.setPlain(newText);
        current.setPlain(newText.getBeginIndex());
    }

    @Override
    public int current() {
        return current.getPlain();
    }

    @Override
    public int first() {
        current.setPlain(text.getPlain().getBeginIndex());
        return current.getPlain();
    }

    @Override
    public int last() {
        current.setPlain(text.getPlain().getEndIndex());
        return current.getPlain();
    }

    @Override
    public int following(int offset) {
        if (offset >= text.getPlain().getEndIndex()) {
            return DONE;
        }
        var end = Math.min(text.getPlain().getEndIndex(), offset + 1 + NEAR);
        for (var at = offset + 1; at < end; at++) {
            if (isWordStart(at)) {
                return moveTo(at);
            }
        }
        return moveTo(
                end == text.getPlain().getEndIndex() ? end : isInsideCharacter(offset + 1) ? offset + 2 : offset + 1);
    }

    @Override
    public int preceding(int offset) {
        if (offset <= text.getPlain().getBeginIndex()) {
            return DONE;
        }
        var begin = Math.max(text.getPlain().getBeginIndex(), offset - 1 - NEAR);
        for (var at = offset - 1; at > begin; at--) {
            if (isWordStart(at)) {
                return moveTo(at);
            }
        }
        return moveTo(
                begin == text.getPlain().getBeginIndex()
                        ? begin
                        : isInsideCharacter(offset - 1) ? offset - 2 : offset - 1);
    }

    @Override
    public int next() {
        return following(current.getPlain());
    }

    @Override
    public int previous() {
        return preceding(current.getPlain());
    }

    @Override
    public int next(int n) {
        var at = current.getPlain();
        for (var left = Math.abs(n); left > 0 && at != DONE; left--) {
            at = n > 0 ? next() : previous();
        }
        return at;
    }

    private int moveTo(int boundary) {
        current.setPlain(boundary);
        return boundary;
    }

    private boolean isWordStart(int at) {
        return Character.isWhitespace(text.getPlain().setIndex(at - 1))
                && !Character.isWhitespace(text.getPlain().setIndex(at));
    }

    private boolean isInsideCharacter(int at) {
        return Character.isLowSurrogate(text.getPlain().setIndex(at))
                && Character.isHighSurrogate(text.getPlain().setIndex(at - 1));
    }
}
