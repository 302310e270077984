package org.vedette.post.markup.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
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

    /** Together with the nesting of Markdown far less than what the sanitizer follows before it drops elements. */
    private static final int MAX_OPEN = 20;

    private final HtmlNodeRendererContext context;
    private final Deque<Node> openDetails = new ArrayDeque<>();

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
            write(inline.getLiteral(), inline);
        } else if (node instanceof HtmlBlock block) {
            writeBlock(block.getLiteral(), block);
        }
    }

    @Override
    public void afterRoot(Node document) {
        if (!openDetails.isEmpty()) {
            throw BodyRules.refused(
                    openDetails.getLast(), "the <details> has no </details>: it would hide the text after it");
        }
    }

    private void writeBlock(String html, Node node) {
        var isAllowed = TAG.matcher(html).lookingAt();
        context.getWriter().line();
        if (!isAllowed) {
            context.getWriter().tag("p");
        }
        write(html, node);
        if (!isAllowed) {
            context.getWriter().tag("/p");
        }
        context.getWriter().line();
    }

    private void write(String html, Node node) {
        var writer = context.getWriter();
        var tags = TAG.matcher(html);
        var end = 0;
        while (tags.find()) {
            writer.text(html.substring(end, tags.start()));
            writer.raw(tags.group());
            follow(tags.group().toLowerCase(Locale.ROOT), node);
            end = tags.end();
        }
        writer.text(html.substring(end));
    }

    private void follow(String tag, Node node) {
        if (tag.startsWith("<details")) {
            openDetails.push(node);
            if (openDetails.size() > MAX_OPEN) {
                throw BodyRules.refused(
                        node, "the <details> are nested more than " + MAX_OPEN + " levels deep: flatten them");
            }
        } else if (tag.startsWith("</details") && openDetails.poll() == null) {
            throw BodyRules.refused(node, "the </details> has no <details> before it: remove it");
        }
    }
}
