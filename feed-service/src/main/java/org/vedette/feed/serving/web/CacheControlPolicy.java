package org.vedette.feed.serving.web;

/** How long caches between this service and a reader may keep a response (RFC 9111 §5.2.2, RFC 5861 §3). */
public enum CacheControlPolicy {
    /** Pages and data: a burst of readers costs one request, and a correction is seen within seconds. */
    PAGE("public, max-age=5, stale-while-revalidate=10"),
    /** Feeds and sitemaps: their clients poll, and a response that is a minute old does no harm. */
    FEED("public, max-age=60, stale-while-revalidate=300"),
    /** Redirects and search results: caches revalidate them on every request. */
    NO_CACHE("no-cache"),
    /** What the public must not see: no cache keeps it, not even that of the browser. */
    PRIVATE("private, no-store");

    private final String headerValue;

    CacheControlPolicy(String headerValue) {
        this.headerValue = headerValue;
    }

    String headerValue() {
        return headerValue;
    }
}
