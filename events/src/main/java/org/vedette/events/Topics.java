package org.vedette.events;

import java.time.Duration;
import java.util.Map;

/** The Kafka topics of the suite. */
public final class Topics {

    /** Post events, compacted: the newest event of every post is kept for ever. Key: post id. */
    public static final String POSTS = "vedette.posts.v1";

    /** Partitions of {@link #POSTS}; fixed, because the key decides the order. */
    public static final int POSTS_PARTITIONS = 6;

    /** Largest record on {@link #POSTS}, in bytes; producers, brokers and consumers are set to it. */
    public static final int POSTS_MAX_BYTES = 4 * 1024 * 1024;

    /**
     * Topic configuration of {@link #POSTS}; every service that uses the topic creates it with these settings if it does
     * not exist. Records stay uncompacted for a week, so a consumer that was stopped for less misses no event.
     */
    public static final Map<String, String> POSTS_SETTINGS = Map.of(
            "cleanup.policy",
            "compact",
            "max.message.bytes",
            String.valueOf(POSTS_MAX_BYTES),
            "min.compaction.lag.ms",
            String.valueOf(Duration.ofDays(7).toMillis()));

    /**
     * Redirects from addresses of earlier blogs, compacted. Key: the old path, decoded; value: the path of a page of this site,
     * in UTF-8, or none when the redirect ended. One partition, because every instance reads it as a whole.
     */
    public static final String REDIRECTS = "vedette.redirects.v1";

    /** Topic configuration of {@link #REDIRECTS}; every service that uses the topic creates it if it does not exist. */
    public static final Map<String, String> REDIRECTS_SETTINGS = Map.of("cleanup.policy", "compact");

    private Topics() {}
}
