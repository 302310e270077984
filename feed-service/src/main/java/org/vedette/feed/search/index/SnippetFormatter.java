package org.vedette.feed.search.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.vedette.feed.search.Hit.TextPart;

/** Turns passages into parts of text, with an ellipsis where the text was cut. */
final class SnippetFormatter extends PassageFormatter {

    private static final String CUT = "…";

    /**
     * A passage as it is shown.
     *
     * @param value number of the value of the field it is in
     */
    record Snippet(int value, List<TextPart> parts) {}

    /** The passages of one field of one post. */
    record Snippets(List<Snippet> all) {}

    @Override
    public Snippets format(Passage[] passages, String content) {
        return new Snippets(Arrays.stream(passages)
                .map(passage -> snippet(passage, content))
                .toList());
    }

    private static Snippet snippet(Passage passage, String content) {
        var parts = new ArrayList<TextPart>();
        if (!isBoundary(content, passage.getStartOffset() - 1)) {
            add(parts, CUT, false);
        }
        var at = passage.getStartOffset();
        for (var match = 0; match < passage.getNumMatches(); match++) {
            var start = Math.max(at, passage.getMatchStarts()[match]);
            var end = passage.getMatchEnds()[match];
            if (end > at) {
                add(parts, content.substring(at, start), false);
                add(parts, content.substring(start, end), true);
                at = end;
            }
        }
        var end = Math.max(at, passage.getEndOffset());
        var isCut = !isBoundary(content, end);
        add(parts, isCut ? content.substring(at, end).stripTrailing() : content.substring(at, end), false);
        if (isCut) {
            add(parts, CUT, false);
        }
        return new Snippet(valuesBefore(content, passage.getStartOffset()), List.copyOf(parts));
    }

    private static boolean isBoundary(String content, int at) {
        return at < 0 || at >= content.length() || content.charAt(at) == HitHighlighter.VALUE_SEPARATOR;
    }

    private static int valuesBefore(String content, int end) {
        var separators = 0;
        var at = content.indexOf(HitHighlighter.VALUE_SEPARATOR);
        while (at >= 0 && at < end) {
            separators++;
            at = content.indexOf(HitHighlighter.VALUE_SEPARATOR, at + 1);
        }
        return separators;
    }

    /** Neighbours that are equally marked are one part. */
    private static void add(List<TextPart> parts, String text, boolean marked) {
        var last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last != null && last.marked() == marked) {
            parts.set(parts.size() - 1, new TextPart(last.text() + text, marked));
        } else if (!text.isEmpty()) {
            parts.add(new TextPart(text, marked));
        }
    }
}
