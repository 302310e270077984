package org.vedette.feed.blog;

/** The formats a feed comes in. */
public enum FeedFormat {
    RSS("rss.xml", "application/rss+xml", "RSS"),
    ATOM("atom.xml", "application/atom+xml", "Atom"),
    JSON("feed.json", "application/feed+json", "JSON Feed");

    private final String file;
    private final String mediaType;
    private final String title;

    FeedFormat(String file, String mediaType, String title) {
        this.file = file;
        this.mediaType = mediaType;
        this.title = title;
    }

    /** Last path segment of its address. */
    public String file() {
        return file;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
