package org.vedette.post.markup.render.sanitizing;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;
import org.vedette.post.markup.UnrenderableMarkdownException;
import org.vedette.starter.ThreadConfined;

/**
 * Refuses a {@code <details>} that does not begin with a {@code <summary>} of one line, and a {@code <summary>} anywhere else
 * (HTML standard §4.11.1 and §4.11.2): each browser and feed reader shows such a thing in another way.
 */
@ThreadConfined("the thread that renders a body")
final class DetailsRules extends HtmlEventFilter {

    private static final String DETAILS = "details";
    private static final String SUMMARY = "summary";

    private static final Set<String> IN_SUMMARY =
            Set.of("em", "strong", "del", "code", "a", "img", "sup", "sub", "kbd", "br");

    private boolean summaryIsNext;
    private boolean inSummary;

    DetailsRules(HtmlStreamEventReceiver next) {
        super(next);
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        require(element.equals(SUMMARY) == summaryIsNext);
        require(!inSummary || IN_SUMMARY.contains(element));
        inSummary |= element.equals(SUMMARY);
        summaryIsNext = element.equals(DETAILS);
        super.openTag(element, attributes);
    }

    @Override
    public void closeTag(String element) {
        require(!summaryIsNext);
        inSummary &= !element.equals(SUMMARY);
        super.closeTag(element);
    }

    @Override
    public void text(String characters) {
        require(!summaryIsNext || characters.isBlank());
        super.text(characters);
    }

    private static void require(boolean isValid) {
        if (!isValid) {
            throw new UnrenderableMarkdownException(
                    "has <details> without a <summary> of one line at the beginning, or a <summary> elsewhere:"
                            + " write <details><summary>Title</summary>");
        }
    }
}
