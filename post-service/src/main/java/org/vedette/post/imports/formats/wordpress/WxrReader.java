package org.vedette.post.imports.formats.wordpress;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.imports.FoundItem;
import org.vedette.post.imports.FoundItem.Unreadable;
import org.vedette.post.imports.ImportLimits;
import org.vedette.post.imports.formats.texts.HtmlBodies;
import org.vedette.post.imports.formats.texts.ItemReader;
import org.vedette.post.imports.formats.texts.TextEncoding;
import org.vedette.post.imports.formats.texts.TextSource;
import org.vedette.post.imports.formats.wordpress.WxrSplitter.Part;

/** Reads a WordPress export (WXR), one item after another. */
public final class WxrReader implements ItemReader {

    /** Of one character, in the text of an export: an ampersand, a hash, a code and a semicolon. */
    private static final int MAX_ESCAPE = 4;

    private final WxrPostMapper posts;
    private final ImportLimits limits;

    /** @param siteZone of dates without one */
    public WxrReader(HtmlBodies bodies, ImportLimits limits, ZoneId siteZone, Clock clock) {
        this.posts = new WxrPostMapper(bodies, siteZone, clock);
        this.limits = limits;
    }

    /**
     * What the head of an export says.
     *
     * @param title of the blog
     * @param address of the blog, without a slash at its end
     * @param authors display names by login
     */
    record Blog(String title, String address, Map<String, String> authors) {}

    @Override
    public void read(TextSource text, Consumer<FoundItem> items, AtomicLong read) throws IOException {
        var encoding = TextEncoding.ofXml(text.beginning());
        try (var reader = new BufferedReader(encoding.reader(text.open(read)))) {
            var parts = new WxrSplitter(reader, limits.textBytes() * MAX_ESCAPE, encoding.problem());
            var first = parts.next();
            if (first == null) {
                return;
            }
            if (first.text().toUpperCase(Locale.ROOT).contains("<!DOCTYPE")) {
                items.accept(new Unreadable(
                        text.line(first.line()), "", "the file declares a document type, which an export never has"));
                return;
            }
            if (!first.isItem() && encoding.problem().equals(first.problem())) {
                items.accept(new Unreadable(text.line(first.line()), "", "the file " + encoding.problem()));
                return;
            }
            readItems(parts, first, text, items);
        }
    }

    private void readItems(WxrSplitter parts, Part first, TextSource text, Consumer<FoundItem> items)
            throws IOException {
        var blog = blog(first, text, items);
        var count = 0;
        for (var part = first.isItem() ? first : parts.next(); part != null; part = parts.next()) {
            if (part.isItem()) {
                count++;
                items.accept(item(part, text, blog));
            }
        }
        if (count == 0) {
            items.accept(new Unreadable(
                    text.line(first.line()),
                    "",
                    "the file has no items: export \"Posts\" or \"All content\" in WordPress"));
        }
    }

    private static Blog blog(Part head, TextSource text, Consumer<FoundItem> items) {
        var authors = new HashMap<String, String>();
        if (head.isItem()) {
            return new Blog("", "", authors);
        }
        try {
            var whole = head.text().contains("</channel>") ? head.text() : head.text() + "</channel></rss>";
            XmlFields.each(
                    whole,
                    "wp:author",
                    author -> authors.put(author.text("wp:author_login"), author.text("wp:author_display_name")));
            var channel = new HashMap<String, String>();
            XmlFields.each(whole, "channel", fields -> channel.putAll(fields.texts()));
            return new Blog(
                    channel.getOrDefault("title", "").strip(),
                    channel.getOrDefault("wp:base_blog_url", channel.getOrDefault("link", ""))
                            .strip()
                            .replaceFirst("/+$", ""),
                    authors);
        } catch (XMLStreamException broken) {
            items.accept(new Unreadable(
                    text.line(lineOf(broken, head)), "", "what is before the first item is broken: " + reason(broken)));
            return new Blog("", "", authors);
        }
    }

    private FoundItem item(Part part, TextSource text, Blog blog) {
        var location = text.line(part.line());
        if (part.problem() != null) {
            return new Unreadable(location, "", "the item " + part.problem());
        }
        try {
            return posts.map(XmlFields.of(part.text(), "category"), location, blog);
        } catch (XMLStreamException broken) {
            return new Unreadable(text.line(lineOf(broken, part)), "", "the item is broken: " + reason(broken));
        } catch (InvalidValueException invalid) {
            return new Unreadable(location, "", String.valueOf(invalid.getMessage()));
        }
    }

    private static long lineOf(XMLStreamException broken, Part part) {
        return part.line()
                + Math.max(
                        0,
                        broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber() - 1);
    }

    /** Without the position, which is one within the item. */
    private static String reason(XMLStreamException broken) {
        var message = String.valueOf(broken.getMessage());
        var end = message.indexOf("Message: ");
        return end < 0 ? message : message.substring(end + "Message: ".length());
    }
}
