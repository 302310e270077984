package org.vedette.post.markup.render;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.vedette.post.markup.BodyImage;
import org.vedette.post.markup.BodyParts;
import org.vedette.post.markup.BodyParts.BodyLink;
import org.vedette.post.markup.BodyParts.BodyText;
import org.vedette.starter.ThreadConfined;

/** Collects the images, links and texts of a document. HTML is a text, because its source is shown. */
@ThreadConfined("the thread that reads a body")
final class PartsVisitor extends AbstractVisitor {

    private final List<BodyImage> images = new ArrayList<>();
    private final List<BodyLink> links = new ArrayList<>();
    private final List<BodyText> texts = new ArrayList<>();

    private PartsVisitor() {}

    static BodyParts of(Node document) {
        var parts = new PartsVisitor();
        document.accept(parts);
        return new BodyParts(parts.images, parts.links, parts.texts);
    }

    @Override
    public void visit(Image image) {
        images.add(new BodyImage(
                line(image), image.getDestination(), NodeText.of(image).strip()));
    }

    @Override
    public void visit(Link link) {
        links.add(new BodyLink(line(link), link.getDestination()));
        visitChildren(link);
    }

    @Override
    public void visit(Text text) {
        texts.add(new BodyText(line(text), text.getLiteral()));
    }

    @Override
    public void visit(HtmlInline html) {
        texts.add(new BodyText(line(html), html.getLiteral()));
    }

    @Override
    public void visit(HtmlBlock html) {
        var number = line(html);
        for (var text : html.getLiteral().lines().toList()) {
            texts.add(new BodyText(number, text));
            number++;
        }
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
