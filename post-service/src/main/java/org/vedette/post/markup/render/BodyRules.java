package org.vedette.post.markup.render;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.PlainText;
import org.vedette.post.markup.UnrenderableMarkdownException;

/**
 * Checks what Markdown says once its entities and escapes are read: no character that the source could not have, no
 * heading without text, no address that no browser could follow. A refusal names the line.
 */
final class BodyRules extends AbstractVisitor {

    private static final Pattern WEB = Pattern.compile("(?i)https?:.*", Pattern.DOTALL);

    /** RFC 3986 §3.2: a host, or an IP address in brackets, and a port. */
    private static final Pattern WEB_ADDRESS = Pattern.compile(
            "(?i)https?://([^/?#@\\[\\]]*@)?([^\\s/?#@:\\[\\]<>^`{|}%\"]+|\\[[0-9a-f:.]+])(:\\d{1,5})?([/?#].*)?",
            Pattern.DOTALL);

    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cntrl}\\\\]|%(?![0-9a-fA-F]{2})");

    /** Refuses a document that breaks a rule. */
    static void check(Node document) {
        document.accept(new BodyRules());
    }

    @Override
    public void visit(Text text) {
        requirePublishable(text.getLiteral(), text);
    }

    @Override
    public void visit(Code code) {
        requirePublishable(code.getLiteral(), code);
    }

    @Override
    public void visit(Heading heading) {
        if (PlainText.isInvisible(NodeText.of(heading)) && NodeText.images(heading) == 0) {
            throw refused(heading, "the heading has no text: write it, or remove the heading");
        }
        visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
        checkAddress(link.getDestination(), link.getTitle(), link);
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        checkAddress(image.getDestination(), image.getTitle(), image);
        visitChildren(image);
    }

    private static void checkAddress(String address, @Nullable String title, Node node) {
        requirePublishable(address, node);
        requirePublishable(title == null ? "" : title, node);
        var isWeb = WEB.matcher(address).matches();
        if (isWeb
                && (!WEB_ADDRESS.matcher(address).matches()
                        || UNREADABLE.matcher(address).find())) {
            throw refused(node, "the address \"" + address + "\" is malformed: correct it, or write it as `code`");
        }
    }

    private static void requirePublishable(String text, Node node) {
        try {
            PlainText.requirePublishable(text);
        } catch (InvalidValueException invalid) {
            throw refused(node, "the text " + invalid.getMessage());
        }
    }

    private static UnrenderableMarkdownException refused(Node node, String reason) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.getSourceSpans().isEmpty()) {
                return new UnrenderableMarkdownException(
                        "line " + (at.getSourceSpans().get(0).getLineIndex() + 1) + ": " + reason);
            }
        }
        return new UnrenderableMarkdownException(reason);
    }
}
