package org.vedette.feed.syndication.web;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BylineLink;
import org.vedette.feed.blog.FeedFormat;
import org.vedette.feed.serving.web.XmlDocument;
import org.vedette.feed.syndication.Feed;
import org.vedette.feed.syndication.FeedEntry;

/** Writes a feed as Atom (RFC 4287). */
@Component
class AtomWriter implements FeedWriter {

    /** A date is mandatory (§4.1.1); that of an empty feed must not change by itself. */
    private static final Instant EMPTY_FEED_DATE = Instant.EPOCH;

    private static final String[] NO_ATTRIBUTES = {};

    private final Blog blog;

    AtomWriter(Blog blog) {
        this.blog = blog;
    }

    @Override
    public FeedFormat format() {
        return FeedFormat.ATOM;
    }

    @Override
    public byte[] write(Feed feed) {
        var atom = new XmlDocument();
        atom.styleSheet(STYLE_SHEET);
        atom.start(
                "feed",
                "xmlns",
                "http://www.w3.org/2005/Atom",
                "xmlns:vedette",
                NAMESPACE,
                "xml:lang",
                blog.language().tag());
        writeHead(atom, feed);
        feed.entries().forEach(entry -> writeEntry(atom, entry));
        atom.end();
        return atom.bytes();
    }

    /**
     * The id is the configured address and not that of the request: ids are compared character by character (§4.2.6.1). It
     * is that of the whole feed on every page.
     */
    private void writeHead(XmlDocument atom, Feed feed) {
        atom.element("id", blog.address(feed.scope().feed(format())));
        atom.element("title", feed.title());
        atom.element("subtitle", feed.summary());
        atom.element("updated", feed.revisedAt().orElse(EMPTY_FEED_DATE).toString());
        pageLinks(blog, feed).forEach((rel, href) -> writeLink(atom, rel, format().mediaType(), href));
        writeAlternate(atom, blog.address(feed.scope().page()));
        writeAuthor(atom, publisher(blog));
        // A square, and a picture twice as wide as high (§4.2.5, §4.2.8).
        atom.element("icon", blog.address(Blog.ICON));
        atom.element("logo", blog.address(Blog.LOGO));
        atom.element("generator", GENERATOR);
    }

    private void writeEntry(XmlDocument atom, FeedEntry entry) {
        atom.start("entry", entry.language() == null ? NO_ATTRIBUTES : new String[] {"xml:lang", entry.language()});
        atom.element("id", entry.urn());
        atom.element("title", entry.title());
        writeAlternate(atom, entry.permalink());
        // Dates as in RFC 3339, such as 2016-06-30T09:30:00Z.
        atom.element("published", entry.publishedAt().toString());
        // Significant changes only (§4.2.15): not when the entry was written, stored or served.
        atom.element("updated", entry.updatedAt().toString());
        entry.bylines().forEach(byline -> writeAuthor(atom, byline));
        writeCategories(atom, entry);
        atom.element("summary", entry.source().summary());
        atom.element("content", entry.html(), "type", "html");
        atom.end();
    }

    private void writeCategories(XmlDocument atom, FeedEntry entry) {
        var series = entry.post().series();
        if (series != null) {
            atom.emptyElement(
                    "category", "term", series.slug(), "scheme", blog.address(Blog.SERIES), "label", series.title());
        }
        entry.post()
                .tags()
                .forEach(tag -> atom.emptyElement("category", "term", tag, "scheme", blog.address(Blog.TAGS)));
    }

    private static void writeAlternate(XmlDocument atom, String page) {
        writeLink(atom, "alternate", "text/html", page);
    }

    private static void writeLink(XmlDocument atom, String rel, String type, String href) {
        atom.emptyElement("link", "rel", rel, "type", type, "href", href);
    }

    private void writeAuthor(XmlDocument atom, BylineLink byline) {
        atom.start("author");
        atom.element("name", byline.name());
        atom.element("uri", blog.address(byline.path()));
        var affiliation = byline.affiliation();
        if (affiliation != null) {
            atom.element("vedette:affiliation", affiliation);
        }
        atom.end();
    }
}
