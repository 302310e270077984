package org.vedette.post.markup.render;

import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Puts the box of a task onto the line of its text: the parser leaves it before the paragraph, which begins a line of its own. */
final class TaskMarkers extends AbstractVisitor {

    static void moveIntoParagraphs(Node document) {
        document.accept(new TaskMarkers());
    }

    /** Whether the item, as this class leaves it, has a box. */
    static boolean isTask(ListItem item) {
        var first = item.getFirstChild();
        return first instanceof TaskListItemMarker
                || (first instanceof Paragraph && first.getFirstChild() instanceof TaskListItemMarker);
    }

    @Override
    public void visit(ListItem item) {
        if (item.getFirstChild() instanceof TaskListItemMarker marker
                && marker.getNext() instanceof Paragraph paragraph) {
            paragraph.prependChild(marker);
        }
        visitChildren(item);
    }
}
