package org.vedette.feed.syndication.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.FeedFormat;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.serving.web.XmlDocument;
import org.vedette.feed.syndication.Feed;
import org.vedette.feed.syndication.FeedEntry;

/** Writes a feed as RSS 2.0, following the RSS Advisory Board's Best Practices Profile. */
@Component
class RssWriter implements FeedWriter {

    /** RFC 822 §5.1 with the four-digit year the profile asks for, in the one zone that every reader knows. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private static final String[] ATTRIBUTES = {
        "version", "2.0",
        "xmlns:atom", "http://www.w3.org/2005/Atom",
        "xmlns:content", "http://purl.org/rss/1.0/modules/content/",
        "xmlns:dc", "http://purl.org/dc/elements/1.1/"
    };

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
        var rss = new XmlDocument();
        rss.styleSheet(STYLE_SHEET);
        rss.start("rss", ATTRIBUTES);
        rss.start("channel");
        writeChannel(rss, feed);
        feed.entries().forEach(entry -> writeItem(rss, entry));
        rss.end();
        rss.end();
        return rss.bytes();
    }

    private void writeChannel(XmlDocument rss, Feed feed) {
        rss.plainElement("title", feed.title());
        rss.element("link", blog.address(feed.scope().page()));
        rss.element("description", escapeHtml(feed.summary()));
        rss.element("language", LANGUAGE);
        pageLinks(blog, feed)
                .forEach((rel, href) ->
                        rss.emptyElement("atom:link", "rel", rel, "type", format().mediaType(), "href", href));
        feed.revisedAt().ifPresent(revisedAt -> rss.element("lastBuildDate", date(revisedAt)));
        rss.element("generator", GENERATOR);
    }

    private void writeItem(XmlDocument rss, FeedEntry entry) {
        rss.start("item");
        rss.plainElement("title", entry.title());
        rss.element("link", entry.permalink());
        // Not a permalink: the identity must outlive title, slug and host.
        rss.element("guid", entry.urn(), "isPermaLink", "false");
        rss.element("pubDate", date(entry.publishedAt()));
        entry.bylines().forEach(byline -> rss.element("dc:creator", byline.text()));
        writeCategories(rss, entry);
        rss.element("description", escapeHtml(entry.source().summary()));
        rss.cdataElement("content:encoded", entry.html());
        rss.end();
    }

    /** The text of a category is for people; only its domain tells it from others of that name. */
    private void writeCategories(XmlDocument rss, FeedEntry entry) {
        var series = entry.post().series();
        if (series != null) {
            writeCategory(rss, series.title(), Scope.series(series.slug()));
        }
        entry.post().tags().forEach(tag -> writeCategory(rss, tag, Scope.tag(tag)));
    }

    private void writeCategory(XmlDocument rss, String text, Scope scope) {
        rss.element("category", text, "domain", blog.address(scope.page()));
    }

    /** Descriptions are shown as HTML (profile, "description"), so plain text is escaped for HTML first. */
    private static String escapeHtml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String date(Instant instant) {
        return DATE.format(instant);
    }
}
