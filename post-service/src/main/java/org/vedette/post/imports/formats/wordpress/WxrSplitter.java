package org.vedette.post.imports.formats.wordpress;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.vedette.post.imports.formats.texts.TextEncoding;
import org.vedette.starter.ThreadConfined;

/**
 * Cuts a WordPress export into what is before its first item, and its items, so that one that is not well-formed keeps no
 * other from being read. Characters that XML does not have, as comments and posts of old blogs have them, become blanks.
 */
@ThreadConfined("the thread of its import")
final class WxrSplitter {

    private static final String START = "<item>";
    private static final String END = "</item>";
    private static final String CDATA_START = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    private final Reader in;
    private final int maxItem;
    private final String unreadable;
    private final StringBuilder text = new StringBuilder();
    private long line = 1;
    private long startLine = 1;
    private boolean isInItem;
    private boolean isInData;
    private boolean isTooLong;
    private boolean hasUnreadable;

    /** A part of the export; {@code problem} says why it is no whole one. */
    record Part(
            String text,
            long line,
            boolean isItem,
            @Nullable String problem) {}

    /**
     * Creates a splitter.
     *
     * @param in has {@link TextEncoding#UNREADABLE} for bytes that are no characters
     * @param maxItem characters of an item
     * @param unreadable problem of a part that has such bytes
     */
    WxrSplitter(Reader in, int maxItem, String unreadable) {
        this.in = in;
        this.maxItem = maxItem;
        this.unreadable = unreadable;
    }

    /** The next part; null at the end. */
    @Nullable
    Part next() throws IOException {
        for (var next = in.read(); next >= 0; next = in.read()) {
            var part = add((char) next);
            if (part != null) {
                return part;
            }
        }
        return rest();
    }

    private @Nullable Part add(char character) {
        if (character == '\n') {
            line++;
        }
        hasUnreadable |= character == TextEncoding.UNREADABLE;
        append(isOfXml(character) ? character : ' ');
        if (isInData) {
            isInData = !(character == '>' && endsWith(CDATA_END));
            return null;
        }
        if (character == '[' && endsWith(CDATA_START)) {
            isInData = true;
            return null;
        }
        if (character != '>') {
            return null;
        }
        if (endsWith(START)) {
            return begin();
        }
        return isInItem && endsWith(END) ? end() : null;
    }

    /** Surrogates come in pairs, or the parser refuses the item. */
    private static boolean isOfXml(char character) {
        return (character >= ' ' && character < 0xFFFE) || character == '\t' || character == '\n' || character == '\r';
    }

    /** Beyond the limit only the end is kept, to find where the next item begins. */
    private void append(char character) {
        text.append(character);
        if (text.length() > maxItem) {
            isTooLong = true;
            isInData = false;
            text.delete(0, text.length() - CDATA_START.length());
        }
    }

    private boolean endsWith(String end) {
        var from = text.length() - end.length();
        return from >= 0 && text.indexOf(end, from) == from;
    }

    private @Nullable Part begin() {
        var before = text.substring(0, text.length() - START.length());
        var part = isInItem
                ? new Part(before, startLine, true, problem("has no end"))
                : new Part(before, startLine, false, problem(null));
        startAgain(START);
        isInItem = true;
        return part.isItem() || !before.isBlank() || part.problem() != null ? part : null;
    }

    private Part end() {
        var part = new Part(text.toString(), startLine, true, problem(null));
        startAgain("");
        isInItem = false;
        return part;
    }

    private @Nullable Part rest() {
        var part = isInItem
                ? new Part(text.toString(), startLine, true, problem("is cut off: the file ends in it"))
                : new Part(text.toString(), startLine, false, problem(null));
        startAgain("");
        var isNothing = !isInItem && part.text().isBlank();
        isInItem = false;
        return isNothing ? null : part;
    }

    private @Nullable String problem(@Nullable String otherwise) {
        if (hasUnreadable) {
            return unreadable;
        }
        return isTooLong ? "has more than " + maxItem + " characters" : otherwise;
    }

    private void startAgain(String with) {
        text.setLength(0);
        text.append(with);
        startLine = line;
        isTooLong = false;
        hasUnreadable = false;
    }
}
