package org.vedette.post.markup.render;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.vedette.post.markup.UnrenderableMarkdownException;
import org.vedette.starter.ThreadConfined;

/**
 * Renders the HTML that authors write for lack of Markdown, such as {@code <kbd>} and {@code <details>}, and shows all
 * other HTML as its source: the posts quote markup such as {@code <script>}, and a dropped tag would drop the text after
 * it.
 */
@ThreadConfined("the thread that renders a body")
final class AllowedTags implements NodeRenderer {

    private static final Pattern TAG = Pattern.compile(
            "(?i)</?(?:kbd|sub|sup|details|summary)\\s*>|<details\\s+open(?:=\"(?:open)?\")?\\s*>|<br\\s*/?>");

    private final HtmlNodeRendererContext context;
    private int openDetails;

    AllowedTags(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(HtmlInline.class, HtmlBlock.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof HtmlInline inline) {
            write(inline.getLiteral());
        } else if (node instanceof HtmlBlock block) {
            writeBlock(block.getLiteral());
        }
    }

    @Override
    public void afterRoot(Node document) {
        if (openDetails != 0) {
            throw new UnrenderableMarkdownException(
                    "has a <details> without its </details>, or one too many: it would hide the text after it");
        }
    }

    private void writeBlock(String html) {
        var isAllowed = TAG.matcher(html).lookingAt();
        context.getWriter().line();
        if (!isAllowed) {
            context.getWriter().tag("p");
        }
        write(html);
        if (!isAllowed) {
            context.getWriter().tag("/p");
        }
        context.getWriter().line();
    }

    private void write(String html) {
        var writer = context.getWriter();
        var tags = TAG.matcher(html);
        var end = 0;
        while (tags.find()) {
            writer.text(html.substring(end, tags.start()));
            writer.raw(tags.group());
            count(tags.group().toLowerCase(Locale.ROOT));
            end = tags.end();
        }
        writer.text(html.substring(end));
    }

    private void count(String tag) {
        if (tag.startsWith("<details")) {
            openDetails++;
        } else if (tag.startsWith("</details")) {
            openDetails--;
        }
    }
}
