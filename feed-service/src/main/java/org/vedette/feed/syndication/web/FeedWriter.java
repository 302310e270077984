package org.vedette.feed.syndication.web;

import org.vedette.feed.blog.FeedFormat;
import org.vedette.feed.syndication.Feed;

/** Writes feeds in one format. */
interface FeedWriter {

    /** All that we publish is in English. */
    String LANGUAGE = "en";

    String GENERATOR = "Vedette";

    FeedFormat format();

    /** The feed in UTF-8. */
    byte[] write(Feed feed);
}
