package org.vedette.post.markup.render;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.vedette.post.media.MediaAddress;
import org.vedette.starter.ThreadConfined;

/** A paragraph that is nothing but a picture of ours. The title of the picture is the caption. */
final class Figure extends CustomBlock {

    private final String caption;

    private Figure(String caption) {
        this.caption = caption;
    }

    /** Empty when there is none. */
    String caption() {
        return caption;
    }

    /** Replaces the paragraphs of a document that are figures. */
    static Node replaceIn(Node document) {
        var paragraphs = new Paragraphs();
        document.accept(paragraphs);
        paragraphs.found.forEach(Figure::replace);
        return document;
    }

    private static void replace(Paragraph paragraph) {
        var image = (Image) paragraph.getFirstChild();
        var figure = new Figure(image.getTitle() == null ? "" : image.getTitle().strip());
        figure.setSourceSpans(paragraph.getSourceSpans());
        figure.appendChild(image);
        paragraph.insertBefore(figure);
        paragraph.unlink();
    }

    @ThreadConfined("the thread that renders a body")
    private static final class Paragraphs extends AbstractVisitor {

        private final List<Paragraph> found = new ArrayList<>();

        @Override
        public void visit(Paragraph paragraph) {
            if (paragraph.getFirstChild() instanceof Image image
                    && image.getNext() == null
                    && MediaAddress.parse(image.getDestination()).isPresent()) {
                found.add(paragraph);
            }
        }
    }
}
