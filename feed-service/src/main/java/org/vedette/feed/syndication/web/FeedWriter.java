package org.vedette.feed.syndication.web;

import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BylineLink;
import org.vedette.feed.blog.FeedFormat;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.syndication.Feed;

/** Writes feeds in one format. */
interface FeedWriter {

    /** All posts are in English. */
    String LANGUAGE = "en";

    String GENERATOR = "Vedette";

    /** Shows a feed in XML to a person who opens it in a browser. */
    String STYLE_SHEET = "/assets/feed.css";

    FeedFormat format();

    /** The feed in UTF-8. */
    byte[] write(Feed feed);

    /** The blog as the author of its feed. */
    default BylineLink publisher(Blog blog) {
        return new BylineLink(blog.title(), null, Scope.EVERYTHING.page());
    }
}
