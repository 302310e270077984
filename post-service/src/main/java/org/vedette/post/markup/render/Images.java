package org.vedette.post.markup.render;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.vedette.post.markup.BodyImage;
import org.vedette.starter.ThreadConfined;

/** Collects the images of a document. */
@ThreadConfined("the thread that reads a body")
final class Images extends AbstractVisitor {

    private final List<BodyImage> found = new ArrayList<>();

    private Images() {}

    static List<BodyImage> in(Node document) {
        var images = new Images();
        document.accept(images);
        return List.copyOf(images.found);
    }

    @Override
    public void visit(Image image) {
        found.add(new BodyImage(
                line(image), image.getDestination(), NodeText.of(image).strip()));
    }

    private static int line(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.getSourceSpans().isEmpty()) {
                return at.getSourceSpans().get(0).getLineIndex() + 1;
            }
        }
        return 1;
    }
}
