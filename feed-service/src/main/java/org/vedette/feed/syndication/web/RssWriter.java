package org.vedette.feed.syndication.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.FeedFormat;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.syndication.Feed;
import org.vedette.feed.syndication.FeedEntry;

/** Writes a feed as RSS 2.0, in the way of the RSS Advisory Board's Best Practices Profile. */
@Component
class RssWriter implements FeedWriter {

    private static final String OPENING = """
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
            xmlns:content="http://purl.org/rss/1.0/modules/content/" \
            xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel>""";

    /** RFC 822 §5.1 with the four-digit year the profile asks for, and the one zone every reader knows. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Blog blog;

    RssWriter(Blog blog) {
        this.blog = blog;
    }

    @Override
    public FeedFormat format() {
        return FeedFormat.RSS;
    }

    @Override
    public byte[] write(Feed feed) {
        var rss = new XmlLines();
        rss.line(OPENING);
        channel(rss, feed);
        feed.entries().forEach(entry -> item(rss, entry));
        rss.line("</channel>\n</rss>");
        return rss.bytes();
    }

    private void channel(XmlLines rss, Feed feed) {
        rss.element("title", XmlText.plain(feed.title()));
        rss.element("link", XmlText.escaped(blog.address(feed.scope().page())));
        rss.element("description", markup(feed.summary()));
        rss.element("language", LANGUAGE);
        var self = blog.address(feed.scope().feed(format()));
        rss.empty("atom:link", "rel", "self", "type", format().mediaType(), "href", self);
        feed.revisedAt().ifPresent(revisedAt -> rss.element("lastBuildDate", date(revisedAt)));
        rss.element("generator", GENERATOR);
    }

    private void item(XmlLines rss, FeedEntry entry) {
        rss.line("<item>");
        rss.element("title", XmlText.plain(entry.title()));
        rss.element("link", XmlText.escaped(entry.permalink()));
        // Never a permalink: it must outlive title, slug and host.
        rss.element("guid", entry.urn(), "isPermaLink", "false");
        rss.element("pubDate", date(entry.publishedAt()));
        entry.credits().forEach(credit -> rss.element("dc:creator", XmlText.escaped(credit.text())));
        categories(rss, entry);
        rss.element("description", markup(entry.summary()));
        rss.element("content:encoded", XmlText.cdata(entry.html()));
        rss.line("</item>");
    }

    /** A category is what people read; which it is among all of them only its domain can tell. */
    private void categories(XmlLines rss, FeedEntry entry) {
        var series = entry.series();
        if (series != null) {
            category(rss, series.title(), Scope.series(series.slug()));
        }
        entry.tags().forEach(tag -> category(rss, tag, Scope.tag(tag)));
    }

    private void category(XmlLines rss, String words, Scope scope) {
        rss.element("category", XmlText.escaped(words), "domain", blog.address(scope.page()));
    }

    /** The profile has descriptions shown as HTML, so plain text is escaped for HTML first. */
    private static String markup(String text) {
        return XmlText.escaped(XmlText.escaped(text));
    }

    private static String date(Instant instant) {
        return DATE.format(instant);
    }
}
