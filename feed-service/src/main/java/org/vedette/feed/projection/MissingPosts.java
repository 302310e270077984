package org.vedette.feed.projection;

/** What a rebuild does about posts that are served and that the topic lacks. */
public enum MissingPosts {
    /** Does not serve the rebuilt version. */
    REFUSE,
    /** Serves the rebuilt version without them. */
    DROP,
    /** Copies them from the version that is served. */
    COPY
}
