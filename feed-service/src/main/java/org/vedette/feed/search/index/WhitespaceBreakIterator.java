package org.vedette.feed.search.index;

import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;
import org.vedette.starter.ThreadConfined;

/**
 * Breaks text before words, and between any two characters where no space is near. Unlike the iterators of the JDK it never
 * splits {@code evil[.]com}, and its cost does not depend on the text.
 */
@ThreadConfined("the thread that highlights a hit")
final class WhitespaceBreakIterator extends BreakIterator {

    private static final int NEAR = 25;

    private CharacterIterator text = new StringCharacterIterator("");
    private int current;

    @Override
    public CharacterIterator getText() {
        return text;
    }

    @Override
    public void setText(CharacterIterator newText) {
        text = newText;
        current = 0;
    }

    @Override
    public int current() {
        return current;
    }

    @Override
    public int first() {
        return moveTo(0);
    }

    @Override
    public int last() {
        return moveTo(text.getEndIndex());
    }

    @Override
    public int following(int offset) {
        var end = text.getEndIndex();
        if (offset >= end) {
            return DONE;
        }
        var at = offset + 1;
        while (at < end && at <= offset + NEAR && !isWordStart(at)) {
            at++;
        }
        return moveTo(at == end || isWordStart(at) ? at : offset + (isInsideCharacter(offset + 1) ? 2 : 1));
    }

    @Override
    public int preceding(int offset) {
        if (offset <= 0) {
            return DONE;
        }
        var at = offset - 1;
        while (at > 0 && at >= offset - NEAR && !isWordStart(at)) {
            at--;
        }
        return moveTo(at == 0 || isWordStart(at) ? at : offset - (isInsideCharacter(offset - 1) ? 2 : 1));
    }

    @Override
    public int next() {
        return following(current);
    }

    @Override
    public int previous() {
        return preceding(current);
    }

    @Override
    public int next(int n) {
        throw new UnsupportedOperationException("highlighting goes by offsets");
    }

    private int moveTo(int boundary) {
        current = boundary;
        return boundary;
    }

    private boolean isWordStart(int at) {
        return text.setIndex(at - 1) == ' ';
    }

    private boolean isInsideCharacter(int at) {
        return Character.isLowSurrogate(text.setIndex(at)) && Character.isHighSurrogate(text.setIndex(at - 1));
    }
}
