package org.vedette.feed.search.index.highlight;

import java.util.ArrayList;
import java.util.List;
import org.vedette.feed.search.TextPart;

/** Puts parts together to one line: white space is one space, and parts of one kind are one part. */
final class Parts {

    private final List<TextPart> parts = new ArrayList<>();

    void add(String text, boolean marked) {
        var line = inOneLine(text);
        if (line.isEmpty()) {
            return;
        }
        var last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last != null && last.marked() == marked) {
            parts.set(parts.size() - 1, new TextPart(last.text() + line, marked));
        } else {
            parts.add(new TextPart(line, marked));
        }
    }

    List<TextPart> all() {
        return List.copyOf(parts);
    }

    private static String inOneLine(String text) {
        var line = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (!Character.isWhitespace(letter)) {
                line.append(letter);
            } else if (line.length() == 0 || line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString();
    }
}
