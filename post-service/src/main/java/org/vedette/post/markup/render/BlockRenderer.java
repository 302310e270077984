package org.vedette.post.markup.render;

import java.util.Map;
import java.util.Set;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/**
 * Renders alerts, figures, and the boxes of task lists: as characters, because a form field has no label, and feed readers and mail
 * drop it.
 */
final class BlockRenderer implements NodeRenderer {

    private static final Map<String, String> TITLES = Map.of(
            "note", "Note",
            "tip", "Tip",
            "important", "Important",
            "warning", "Warning",
            "caution", "Caution");

    private final HtmlNodeRendererContext context;

    BlockRenderer(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Alert.class, Figure.class, TaskListItemMarker.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Alert alert) {
            render(alert);
        } else if (node instanceof Figure figure) {
            render(figure);
        } else if (node instanceof TaskListItemMarker marker) {
            context.getWriter().text(marker.isChecked() ? "☑ " : "☐ ");
        }
    }

    private void render(Figure figure) {
        var writer = context.getWriter();
        writer.line();
        writer.tag("figure");
        context.render(figure.getFirstChild());
        if (!figure.caption().isEmpty()) {
            writer.tag("figcaption");
            writer.text(figure.caption());
            writer.tag("/figcaption");
        }
        writer.tag("/figure");
        writer.line();
    }

    private void render(Alert alert) {
        var writer = context.getWriter();
        writer.line();
        writer.tag("div", Map.of("class", "alert alert-" + alert.kind()));
        writer.line();
        writer.tag("p", Map.of("class", "alert-title"));
        writer.text(TITLES.getOrDefault(alert.kind(), alert.kind()));
        writer.tag("/p");
        for (var child = alert.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        writer.line();
        writer.tag("/div");
        writer.line();
    }
}
