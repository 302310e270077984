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
import org.vedette.post.markup.Markup;
import org.vedette.post.markup.Rendering;

/**
 * CommonMark with tables, footnotes, autolinks and heading anchors. HTML in the Markdown is shown as it was written: who
 * writes about a {@code <script>} means to show it, and a tag that was dropped would take the text after it along.
 */
@Component
final class CommonMarkMarkup implements Markup {

    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            FootnotesExtension.create(),
            AutolinkExtension.create(),
            HeadingAnchorExtension.builder()
                    .idPrefix(HtmlAllowList.HEADING_PREFIX)
                    .build());

    // The guard comes before the extensions' own walks over the tree: those recurse.
    private final Parser parser = Parser.builder()
            .maxOpenBlockParsers(Expense.MAX_DEPTH)
            .postProcessor(Expense::refuseDeepNesting)
            .extensions(EXTENSIONS)
            .build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().escapeHtml(true).extensions(EXTENSIONS).build();

    @Override
    public Rendering render(String markdown) {
        Expense.refuseWideTables(markdown);
        Expense.refuseOpenAngles(markdown);
        BoundedText html = new BoundedText();
        renderer.render(parser.parse(markdown), html);
        return HtmlAllowList.clean(html.toString());
    }
}
