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
 * heading without text, no address that no browser could follow or that
 * hides its host behind the name of a user. A refusal names the line.
 */
final class BodyRules extends AbstractVisitor {

    private static final Pattern WEB = Pattern.compile("(?i)https?:.*", Pattern.DOTALL);

    /** RFC 3986 §3.2: a host, or an IP address in brackets, and a port. */
    private static final Pattern WEB_ADDRESS = Pattern.compile(
            "(?i)https?://([^/?#@\\[\\]]*@)?([^\\s/?#@:\\[\\]<>^`{|}%\"]+|\\[[0-9a-f:.]+])(:\\d{1,5})?([/?#].*)?",
            Pattern.DOTALL);

    /** A host whose last label is a number is an IPv4 address to browsers (URL standard §3.5). */
    private static final Pattern NUMERIC_HOST = Pattern.compile("(?i)(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?");

    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4_HOST = Pattern.compile("(?:" + BYTE + "\\.){3}" + BYTE + "\\.?");
    private static final int MAX_PORT = 65_535;
    private static final int MAX_QUOTED = 100;

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
        if (UNREADABLE.matcher(address).find() || (WEB.matcher(address).matches() && !isWebAddress(address))) {
            throw refused(
                    node, "the address \"" + quoted(address) + "\" is malformed: correct it, or write it as `code`");
        }
        if (namesUser(address)) {
            throw refused(
                    node,
                    "the address \"" + quoted(address) + "\" names a user before its host, which hides where it leads:"
                            + " remove that, or write it as `code`");
        }
    }

    private static String quoted(String address) {
        return address.length() > MAX_QUOTED ? address.substring(0, MAX_QUOTED) + "…" : address;
    }

    private static boolean namesUser(String address) {
        var parts = WEB_ADDRESS.matcher(address);
        return parts.matches() && parts.group(1) != null;
    }

    private static boolean isWebAddress(String address) {
        var parts = WEB_ADDRESS.matcher(address);
        return parts.matches() && isHost(parts.group(2)) && isPort(parts.group(3));
    }

    private static boolean isHost(String host) {
        return !NUMERIC_HOST.matcher(host).matches() || IPV4_HOST.matcher(host).matches();
    }

    private static boolean isPort(@Nullable String colonAndPort) {
        return colonAndPort == null || Integer.parseInt(colonAndPort.substring(1)) <= MAX_PORT;
    }

    private static void requirePublishable(String text, Node node) {
        try {
            PlainText.requirePublishable(text);
        } catch (InvalidValueException invalid) {
            throw refused(node, "the text " + invalid.getMessage());
        }
    }

    /** The refusal of a node; the message names its line. */
    static UnrenderableMarkdownException refused(Node node, String reason) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.getSourceSpans().isEmpty()) {
                return new UnrenderableMarkdownException(
                        "line " + (at.getSourceSpans().get(0).getLineIndex() + 1) + ": " + reason);
            }
        }
        return new UnrenderableMarkdownException(reason);
    }
}
