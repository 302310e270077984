package org.vedette.post.markup.render;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.vedette.starter.ThreadConfined;

/** Collects the text of a node. */
@ThreadConfined("the thread that renders a body")
final class NodeText extends AbstractVisitor {

    private final StringBuilder text = new StringBuilder();
    private int images;

    private NodeText() {}

    static String of(Node node) {
        return in(node).text.toString();
    }

    static int images(Node node) {
        return in(node).images;
    }

    private static NodeText in(Node node) {
        var collected = new NodeText();
        collected.visitChildren(node);
        return collected;
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(Image node) {
        images++;
        visitChildren(node);
    }

    @Override
    public void visit(SoftLineBreak node) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak node) {
        text.append(' ');
    }
}
