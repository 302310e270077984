package org.vedette.feed.search.index.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.vedette.starter.ThreadConfined;

/**
 * Splits text into words and indicators, in time proportional to its length whatever it contains.
 *
 * <p>Indicators (domains, addresses, file names) are refanged: {@code evil[.]com} is the term {@code evil.com}, and the
 * scheme of a URL is no term. Names such as {@code c++}, {@code c#} and {@code .net} are terms with their signs.
 */
@ThreadConfined("the thread that analyzes a text")
final class IndicatorTokenizer extends Tokenizer {

    /** The type of tokens that are not words of a language. */
    static final String INDICATOR = "<INDICATOR>";

    /** The length of SHA-512 in hexadecimal, the longest hash in use; of a longer word the beginning counts. */
    static final int MAX_WORD_LENGTH = 128;

    private static final String DOT_NET = ".net";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);

    private final boolean withParts;
    private final Deque<Token> pending = new ArrayDeque<>();
    private final char[] chunk = new char[4_096];
    private String text = "";
    private int at;
    private int position;
    private int lastPosition;

    /** @param withParts whether an indicator also yields the domains above it and its words */
    IndicatorTokenizer(boolean withParts) {
        this.withParts = withParts;
    }

    /**
     * A token at an absolute position.
     *
     * @param start where it begins in the text
     * @param end where it ends in the text
     */
    record Token(String term, int start, int end, int position, boolean isIndicator) {

        static Token word(String text, int start, int end, int position) {
            return new Token(
                    text.substring(start, Math.min(end, start + MAX_WORD_LENGTH)), start, end, position, false);
        }
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        text = read();
        at = 0;
        position = 0;
        lastPosition = -1;
        pending.clear();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        while (pending.isEmpty()) {
            at = Words.start(text, at);
            if (at == text.length()) {
                return false;
            }
            scan(Words.end(text, at));
        }
        emit(pending.remove());
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(text.length()), correctOffset(text.length()));
    }

    @Override
    public void close() throws IOException {
        super.close();
        text = "";
    }

    private void scan(int end) {
        var separator = Separator.at(text, end);
        var afterSigns = Words.endOfSigns(text, end);
        var afterScheme = UriScheme.skip(text, at, end);
        if (separator != null) {
            scanSequence(new TermSequence(text, at, end, separator));
        } else if (afterSigns > end) {
            addName(at, afterSigns, Token.word(text, at, end, position));
            move(afterSigns, 1);
        } else if (afterScheme > at) {
            move(afterScheme, 0);
        } else if (isDotNet(end)) {
            addName(at - 1, end, Token.word(text, at, end, position));
            move(end, 1);
        } else {
            pending.add(Token.word(text, at, end, position));
            move(end, 1);
        }
    }

    private void scanSequence(TermSequence sequence) {
        sequence.addTokens(position, withParts, pending);
        move(sequence.end(), sequence.words());
    }

    private void addName(int start, int end, Token word) {
        pending.add(new Token(text.substring(start, end), start, end, position, true));
        if (withParts) {
            pending.add(word);
        }
    }

    private boolean isDotNet(int end) {
        var start = at - 1;
        return start >= 0
                && end - start == DOT_NET.length()
                && text.regionMatches(true, start, DOT_NET, 0, DOT_NET.length())
                && (start == 0 || mayPrecedeAName(text.charAt(start - 1)));
    }

    private static boolean mayPrecedeAName(char letter) {
        return !Words.isWord(letter) && ".)]}>".indexOf(letter) < 0;
    }

    private void move(int to, int words) {
        at = to;
        position += words;
    }

    private void emit(Token token) {
        term.append(token.term());
        offset.setOffset(correctOffset(token.start()), correctOffset(token.end()));
        increment.setPositionIncrement(token.position() - lastPosition);
        lastPosition = token.position();
        type.setType(token.isIndicator() ? INDICATOR : TypeAttribute.DEFAULT_TYPE);
    }

    private String read() throws IOException {
        var all = new StringBuilder();
        for (var length = input.read(chunk); length >= 0; length = input.read(chunk)) {
            all.append(chunk, 0, length);
        }
        return all.toString();
    }
}
