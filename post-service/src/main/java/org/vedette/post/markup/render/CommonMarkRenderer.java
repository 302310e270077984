package org.vedette.post.markup.render;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;
import org.vedette.post.markup.BodyParts;
import org.vedette.post.markup.BodyReader;
import org.vedette.post.markup.MarkdownRenderer;
import org.vedette.post.markup.RenderedBody;
import org.vedette.post.markup.render.sanitizing.HtmlAllowList;

/**
 * Renders GitHub Flavored Markdown: CommonMark with tables, footnotes, strikethrough, task lists, alerts, autolinks and
 * heading anchors; {@link AllowedTags} says which HTML. A picture of ours in a paragraph of its own is a figure.
 */
@Component
final class CommonMarkRenderer implements MarkdownRenderer, BodyReader {

    private static final List<Extension> BLOCKS =
            List.of(TablesExtension.create(), FootnotesExtension.create(), TaskListItemsExtension.create());
    private static final List<Extension> INLINES = List.of(AutolinkExtension.create(), StrikethroughExtension.create());
    private static final List<Extension> RENDERED =
            List.of(TablesExtension.create(), FootnotesExtension.create(), StrikethroughExtension.create());

    // Runs before the post-processors of the extensions, which recurse over the tree.
    private final Parser parser = Parser.builder()
            .maxOpenBlockParsers(ComplexityLimits.MAX_DEPTH)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .postProcessor(ComplexityLimits::requireShallowNesting)
            .postProcessor(Alert::replaceIn)
            .postProcessor(Figure::replaceIn)
            .extensions(BLOCKS)
            .extensions(INLINES)
            .build();

    @Override
    public RenderedBody render(String markdown) {
        var document = parse(markdown);
        BodyRules.check(document);
        TaskMarkers.moveIntoParagraphs(document);
        var html = new BoundedAppendable();
        renderer(FragmentIds.assign(document)).render(document, html);
        return HtmlAllowList.sanitize(html.toString());
    }

    @Override
    public BodyParts read(String markdown) {
        return PartsVisitor.of(parse(markdown));
    }

    private Node parse(String markdown) {
        ComplexityLimits.requireSmallTables(markdown);
        ParserWork.requireLittle(markdown, BLOCKS);
        return parser.parse(markdown);
    }

    private static HtmlRenderer renderer(Map<Heading, String> ids) {
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .nodeRendererFactory(AllowedTags::new)
                .nodeRendererFactory(BlockRenderer::new)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    attributes.putAll(attributesOf(node, tag, ids));
                    attributes.computeIfPresent("href", (name, address) -> LinkAddress.encode(address));
                    attributes.remove("align");
                    if (node.getParent() instanceof Figure) {
                        attributes.remove("title");
                    }
                })
                .extensions(RENDERED)
                .build();
    }

    private static Map<String, String> attributesOf(Node node, String tag, Map<Heading, String> ids) {
        if (node instanceof Heading heading && ids.containsKey(heading)) {
            return Map.of("id", ids.getOrDefault(heading, ""));
        }
        if (node instanceof TableCell cell && cell.getAlignment() != null) {
            return Map.of("class", "align-" + cell.getAlignment().name().toLowerCase(Locale.ROOT));
        }
        if (node instanceof ListItem item && TaskMarkers.isTask(item)) {
            return Map.of("class", "task");
        }
        if (node instanceof FencedCodeBlock code && tag.equals("pre") && code.getInfo() != null) {
            return Map.of("data-language", code.getInfo().strip().split("\\s+", 2)[0]);
        }
        return Map.of();
    }
}
