package org.vedette.feed.syndication.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BylineLink;
import org.vedette.feed.blog.FeedFormat;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.syndication.Feed;

/** Writes feeds in one format. */
interface FeedWriter {

    String GENERATOR = "Vedette";

    /** Shows a feed in XML to a person who opens it in a browser. */
    String STYLE_SHEET = "/assets/feed.css";

    /** Namespace of the elements that RSS and Atom lack. */
    String NAMESPACE = "urn:vedette:feed";

    FeedFormat format();

    /** The feed in UTF-8. */
    byte[] write(Feed feed);

    /**
     * The links of a page to itself and to other pages, by their relation (RFC 5005 §3). There is none to the previous page:
     * a page is found from the newer ones only, so that none changes because others were published.
     */
    default Map<String, String> pageLinks(Blog blog, Feed feed) {
        var links = new LinkedHashMap<String, String>();
        links.put("self", blog.address(feed.path(format())));
        if (!feed.isFirst()) {
            links.put("first", blog.address(feed.scope().feed(format())));
        }
        feed.nextPath(format()).ifPresent(next -> links.put("next", blog.address(next)));
        return links;
    }

    /** The blog as the author of its feed. */
    default BylineLink publisher(Blog blog) {
        return new BylineLink(blog.title(), null, Scope.EVERYTHING.page());
    }
}
