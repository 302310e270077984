package org.vedette.post.markup.render.sanitizing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.HtmlStreamEventReceiver;
import org.vedette.post.markup.Excerpt;

/** Passes sanitized HTML on and extracts its visible text. */
final class PlainTextExtractor extends HtmlEventFilter {

    private static final Set<String> VOID = Set.of("br", "hr", "img", "source");
    private static final Set<String> PARAGRAPHS = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "blockquote",
            "table",
            "ul",
            "ol",
            "dl",
            "section",
            "figure",
            "details");
    private static final Set<String> LINES = Set.of("br", "li", "tr", "dt", "dd", "div", "figcaption", "summary", "hr");
    private static final Set<String> NO_PROSE = Set.of(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "table",
            "footnotes",
            "footnote-ref",
            "footnote-backref",
            "figcaption",
            "alert-title");

    // The look-behind keeps matching linear: a long run of blanks is tried once.
    private static final Pattern BLANKS_AT_LINE_END = Pattern.compile("(?<![ \\t])[ \\t]++\\n");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder prose = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    PlainTextExtractor(HtmlStreamEventReceiver next) {
        super(next);
    }

    String text() {
        return BLANKS_AT_LINE_END
                .matcher(text)
                .replaceAll("\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    /** The excerpt of the prose; that of all text when there is no prose outside headings, code and tables. */
    String excerpt() {
        var excerpt = Excerpt.of(prose.toString());
        return excerpt.isEmpty() ? Excerpt.of(text()) : excerpt;
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        super.openTag(element, attributes);
        separate(element);
        if (!VOID.contains(element)) {
            open.push(attributes.stream()
                    .filter(value -> NO_PROSE.contains(value))
                    .findFirst()
                    .orElse(element));
        }
    }

    @Override
    public void closeTag(String element) {
        super.closeTag(element);
        open.poll();
        separate(element);
    }

    @Override
    public void text(String characters) {
        super.text(characters);
        var running = characters.replaceAll("\\s+", " ");
        if (open.contains("pre")) {
            text.append(characters);
        } else if (open.contains("footnote-ref")) {
            text.append('[').append(running).append(']');
        } else if (!open.contains("footnote-backref")) {
            text.append(endsWithBlank() ? running.stripLeading() : running);
        }
        if (open.stream().noneMatch(NO_PROSE::contains)) {
            prose.append(running);
        }
    }

    private void separate(String element) {
        if (PARAGRAPHS.contains(element)) {
            text.append("\n\n");
            prose.append(' ');
        } else if (LINES.contains(element)) {
            text.append(text.isEmpty() || lastIs('\n') ? "" : "\n");
            prose.append(' ');
        } else if (element.equals("td") || element.equals("th")) {
            text.append(endsWithBlank() ? "" : " ");
        }
    }

    private boolean endsWithBlank() {
        return text.isEmpty() || lastIs('\n') || lastIs(' ');
    }

    private boolean lastIs(char character) {
        return text.charAt(text.length() - 1) == character;
    }
}
