package org.vedette.feed.syndication.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BylineLink;
import org.vedette.feed.blog.FeedFormat;
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

    /** The greatest width that RSS allows. */
    private static final String SMALL_ICON_SIZE = "144";

    private static final String[] ATTRIBUTES = {
        "version", "2.0",
        "xmlns:atom", "http://www.w3.org/2005/Atom",
        "xmlns:content", "http://purl.org/rss/1.0/modules/content/",
        "xmlns:dc", "http://purl.org/dc/elements/1.1/",
        "xmlns:vedette", NAMESPACE
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
        rss.element("language", blog.language().tag());
        pageLinks(blog, feed)
                .forEach((rel, href) ->
                        rss.emptyElement("atom:link", "rel", rel, "type", format().mediaType(), "href", href));
        feed.revisedAt().ifPresent(revisedAt -> rss.element("lastBuildDate", date(revisedAt)));
        rss.element("generator", GENERATOR);
        writeImage(rss, feed);
    }

    /** Title and address are those of the channel, as the specification asks. */
    private void writeImage(XmlDocument rss, Feed feed) {
        rss.start("image");
        rss.element("url", blog.address(Blog.SMALL_ICON));
        rss.plainElement("title", feed.title());
        rss.element("link", blog.address(feed.scope().page()));
        rss.element("width", SMALL_ICON_SIZE);
        rss.element("height", SMALL_ICON_SIZE);
        rss.end();
    }

    private void writeItem(XmlDocument rss, FeedEntry entry) {
        rss.start("item");
        rss.plainElement("title", entry.title());
        rss.element("link", entry.permalink());
        // Not a permalink: the identity must outlive title, slug and host.
        rss.element("guid", entry.urn(), "isPermaLink", "false");
        rss.element("pubDate", date(entry.publishedAt()));
        if (entry.language() != null) {
            rss.element("dc:language", entry.language());
        }
        entry.bylines().forEach(byline -> writeAuthor(rss, byline));
        writeCategories(rss, entry);
        rss.element("description", escapeHtml(entry.source().summary()));
        rss.cdataElement("content:encoded", entry.html());
        rss.end();
    }

    private static void writeAuthor(XmlDocument rss, BylineLink byline) {
        rss.element("dc:creator", byline.name());
        var affiliation = byline.affiliation();
        if (affiliation != null) {
            rss.element("vedette:affiliation", affiliation, "of", byline.name());
        }
    }

    /** The domain names the list of all categories of that kind, as the scheme of a category does in Atom. */
    private void writeCategories(XmlDocument rss, FeedEntry entry) {
        var series = entry.post().series();
        if (series != null) {
            rss.element("category", series.title(), "domain", blog.address(Blog.SERIES));
        }
        entry.post().tags().forEach(tag -> rss.element("category", tag, "domain", blog.address(Blog.TAGS)));
    }

    /** Descriptions are shown as HTML (profile, "description"), so plain text is escaped for HTML first. */
    private static String escapeHtml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String date(Instant instant) {
        return DATE.format(instant);
    }
}
