package org.vedette.post.markup.render;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** A block quote that begins with a line such as {@code [!NOTE]}, as GitHub shows it. */
final class Alert extends CustomBlock {

    private static final Pattern MARKER = Pattern.compile("(?i)\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)]\\s*");

    private final String kind;

    private Alert(String kind) {
        this.kind = kind;
    }

    /** Such as {@code note}. */
    String kind() {
        return kind;
    }

    /** Replaces the block quotes of a document that are alerts. */
    static Node replaceIn(Node document) {
        for (var node = document.getFirstChild(); node != null; ) {
            var next = node.getNext();
            if (node instanceof BlockQuote quote) {
                kindOf(quote).ifPresent(kind -> replace(quote, kind));
            }
            node = next;
        }
        return document;
    }

    private static Optional<String> kindOf(BlockQuote quote) {
        if (!(quote.getFirstChild() instanceof Paragraph paragraph)) {
            return Optional.empty();
        }
        var line = new StringBuilder();
        for (var node = paragraph.getFirstChild(); node instanceof Text text; node = node.getNext()) {
            line.append(text.getLiteral());
        }
        var marker = MARKER.matcher(line);
        return marker.matches() ? Optional.of(marker.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static void replace(BlockQuote quote, String kind) {
        var alert = new Alert(kind);
        alert.setSourceSpans(quote.getSourceSpans());
        removeMarker(quote.getFirstChild());
        while (quote.getFirstChild() != null) {
            alert.appendChild(quote.getFirstChild());
        }
        quote.insertBefore(alert);
        quote.unlink();
    }

    private static void removeMarker(Node paragraph) {
        while (paragraph.getFirstChild() instanceof Text text) {
            text.unlink();
        }
        if (paragraph.getFirstChild() instanceof SoftLineBreak lineBreak) {
            lineBreak.unlink();
        }
        if (paragraph.getFirstChild() == null) {
            paragraph.unlink();
        }
    }
}
