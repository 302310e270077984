package org.vedette.feed.syndication.web;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.FeedFormat;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.syndication.Credit;
import org.vedette.feed.syndication.Feed;
import org.vedette.feed.syndication.FeedEntry;

/** Writes a feed as Atom (RFC 4287). */
@Component
class AtomWriter implements FeedWriter {

    /** A date is mandatory (§4.1.1), and when there is nothing yet, it must not change by itself. */
    private static final Instant NEVER = Instant.EPOCH;

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
        var atom = new XmlLines();
        atom.line("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" + LANGUAGE + "\">");
        head(atom, feed);
        feed.entries().forEach(entry -> entry(atom, entry));
        atom.line("</feed>");
        return atom.bytes();
    }

    /** The identity is the configured address and not that of a request: it is compared letter by letter (§4.2.6.1). */
    private void head(XmlLines atom, Feed feed) {
        var self = blog.address(feed.scope().feed(format()));
        atom.element("id", XmlText.escaped(self));
        atom.element("title", XmlText.escaped(feed.title()));
        atom.element("subtitle", XmlText.escaped(feed.summary()));
        atom.element("updated", date(feed.revisedAt().orElse(NEVER)));
        atom.empty("link", "rel", "self", "type", format().mediaType(), "href", self);
        alternate(atom, blog.address(feed.scope().page()));
        author(atom, new Credit(blog.title(), blog.address(Scope.EVERYTHING.page())));
        atom.element("generator", GENERATOR);
    }

    private void entry(XmlLines atom, FeedEntry entry) {
        atom.line("<entry>");
        atom.element("id", entry.urn());
        atom.element("title", XmlText.escaped(entry.title()));
        alternate(atom, entry.permalink());
        atom.element("published", date(entry.publishedAt()));
        // Significant changes only (§4.2.15): not when we wrote, kept or served it.
        atom.element("updated", date(entry.revisedAt()));
        entry.credits().forEach(credit -> author(atom, credit));
        categories(atom, entry);
        atom.element("summary", XmlText.escaped(entry.summary()));
        atom.element("content", XmlText.escaped(entry.html()), "type", "html");
        atom.line("</entry>");
    }

    private void categories(XmlLines atom, FeedEntry entry) {
        var series = entry.series();
        if (series != null) {
            atom.empty("category", "term", series.slug(), "scheme", blog.address("/series"), "label", series.title());
        }
        entry.tags().forEach(tag -> atom.empty("category", "term", tag, "scheme", blog.address("/tags")));
    }

    private static void alternate(XmlLines atom, String page) {
        atom.empty("link", "rel", "alternate", "type", "text/html", "href", page);
    }

    private static void author(XmlLines atom, Credit credit) {
        atom.line("<author>");
        atom.element("name", XmlText.escaped(credit.text()));
        atom.element("uri", XmlText.escaped(credit.page()));
        atom.line("</author>");
    }

    /** Such as 2016-06-30T09:30:00Z (RFC 3339). */
    private static String date(Instant instant) {
        return instant.toString();
    }
}
