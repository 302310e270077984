package org.vedette.gateway.cache;

import java.util.Locale;

/** How the cache handled a request, as {@code Cache-Status} says it (RFC 9211). */
enum CacheStatus {
    /** Sent from memory while fresh. */
    HIT,
    /** Sent from memory while the service is asked whether it still holds. */
    STALE,
    /** Sent from memory, because the service does not respond. */
    STALE_IF_ERROR,
    /** Sent from memory after the service has confirmed it. */
    REVALIDATED,
    /** Fetched in place of a response that does not hold any more. */
    REPLACED,
    /** Fetched and stored. */
    MISS;

    private static final String CACHE = "vedette; ";

    /** The value of the field. */
    String header(long secondsFresh) {
        return CACHE
                + switch (this) {
                    case HIT -> "hit; ttl=" + secondsFresh;
                    case STALE -> "hit; ttl=" + secondsFresh + "; detail=revalidating";
                    case STALE_IF_ERROR -> "hit; ttl=" + secondsFresh + "; detail=stale-if-error";
                    case REVALIDATED -> "hit; fwd=stale; fwd-status=304";
                    case REPLACED -> "fwd=stale; fwd-status=200; stored";
                    case MISS -> "fwd=uri-miss; stored";
                };
    }

    /** Its name in metrics. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
