package org.vedette.post.markup.render;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;
import org.vedette.post.markup.MarkdownRenderer;
import org.vedette.post.markup.RenderedBody;

/**
 * Renders CommonMark with tables, footnotes, autolinks and heading anchors. HTML in the Markdown is escaped: the posts
 * quote markup such as {@code <script>}, and a dropped tag would drop the text after it.
 */
@Component
final class CommonMarkRenderer implements MarkdownRenderer {

    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            FootnotesExtension.create(),
            AutolinkExtension.create(),
            HeadingAnchorExtension.builder()
                    .idPrefix(HtmlAllowList.HEADING_PREFIX)
                    .build());

    // Runs before the post-processors of the extensions, which recurse over the tree.
    private final Parser parser = Parser.builder()
            .maxOpenBlockParsers(ComplexityLimits.MAX_DEPTH)
            .postProcessor(ComplexityLimits::requireShallowNesting)
            .extensions(EXTENSIONS)
            .build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().escapeHtml(true).extensions(EXTENSIONS).build();

    @Override
    public RenderedBody render(String markdown) {
        ComplexityLimits.requireSmallTables(markdown);
        ComplexityLimits.requireClosedAngleBrackets(markdown);
        var html = new BoundedAppendable();
        renderer.render(parser.parse(markdown), html);
        return HtmlAllowList.sanitize(html.toString());
    }
}
