package org.vedette.feed.syndication.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.syndication.Feed;
import org.vedette.feed.syndication.FeedEntry;

/** Writes a feed as RSS 2.0, in the way of the RSS Advisory Board's Best Practices Profile. */
@Component
class RssWriter {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
            xmlns:content="http://purl.org/rss/1.0/modules/content/" \
            xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel>
            """;

    /** RFC 822 §5.1 with the four-digit year the profile asks for, and the one zone every reader knows. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Blog blog;

    RssWriter(Blog blog) {
        this.blog = blog;
    }

    byte[] write(Feed feed) {
        var rss = new StringBuilder(HEAD);
        channel(rss, feed);
        feed.entries().forEach(entry -> item(rss, entry));
        rss.append("</channel>\n</rss>\n");
        return rss.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void channel(StringBuilder rss, Feed feed) {
        element(rss, "title", XmlText.plain(feed.title()));
        element(rss, "link", XmlText.escaped(feed.home()));
        element(rss, "description", markup(feed.summary()));
        element(rss, "language", "en");
        rss.append("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"")
                .append(XmlText.attribute(blog.address(Blog.RSS)))
                .append("\"/>\n");
        if (feed.revisedAt() != null) {
            element(rss, "lastBuildDate", date(feed.revisedAt()));
        }
        element(rss, "generator", "Vedette");
    }

    private void item(StringBuilder rss, FeedEntry entry) {
        rss.append("<item>\n");
        element(rss, "title", XmlText.plain(entry.title()));
        element(rss, "link", XmlText.escaped(entry.permalink()));
        // Never a permalink: it must outlive title, slug and host.
        rss.append("<guid isPermaLink=\"false\">urn:uuid:").append(entry.id()).append("</guid>\n");
        element(rss, "pubDate", date(entry.publishedAt()));
        entry.credits().forEach(credit -> element(rss, "dc:creator", XmlText.escaped(credit)));
        categories(rss, entry);
        element(rss, "description", markup(entry.summary()));
        element(rss, "content:encoded", XmlText.cdata(entry.html()));
        rss.append("</item>\n");
    }

    private void categories(StringBuilder rss, FeedEntry entry) {
        var series = entry.series();
        if (series != null) {
            rss.append("<category domain=\"")
                    .append(XmlText.attribute(blog.address(Blog.pathOfSeries(series.slug()))))
                    .append("\">")
                    .append(XmlText.escaped(series.title()))
                    .append("</category>\n");
        }
        entry.tags().forEach(tag -> element(rss, "category", XmlText.escaped(tag)));
    }

    /** The profile has descriptions shown as HTML, so plain text is escaped for HTML first. */
    private static String markup(String text) {
        return XmlText.escaped(XmlText.escaped(text));
    }

    private static String date(Instant instant) {
        return DATE.format(instant);
    }

    /** The content is XML already. */
    private static void element(StringBuilder rss, String name, String content) {
        rss.append('<')
                .append(name)
                .append('>')
                .append(content)
                .append("</")
                .append(name)
                .append(">\n");
    }
}
