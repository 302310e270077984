package org.vedette.feed.serving.web;

/** For how long caches between us and a reader may keep an answer (RFC 9111 §5.2.2, RFC 5861 §3). */
public enum Freshness {
    /** Pages and data: a rush of readers costs one request, and a correction is seen within seconds. */
    PAGE("public, max-age=5, stale-while-revalidate=10"),
    /** Feed readers and crawlers poll; a minute from a cache hurts nobody. */
    FEED("public, max-age=60, stale-while-revalidate=300"),
    /** Answers that are asked for again each time: a cache that held on to one of them would mislead. */
    CHECKED("no-cache");

    private final String cacheControl;

    Freshness(String cacheControl) {
        this.cacheControl = cacheControl;
    }

    String cacheControl() {
        return cacheControl;
    }
}
