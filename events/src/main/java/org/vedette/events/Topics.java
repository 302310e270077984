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
     * How {@link #POSTS} is kept, in Kafka's own words; whoever comes first creates it so. For a week nothing is
     * compacted, so a consumer that was away misses no event of a post that was revised meanwhile.
     */
    public static final Map<String, String> POSTS_SETTINGS = Map.of(
            "cleanup.policy",
            "compact",
            "max.message.bytes",
            String.valueOf(POSTS_MAX_BYTES),
            "min.compaction.lag.ms",
            String.valueOf(Duration.ofDays(7).toMillis()));

    /** How the topics of records that could not be read are kept: for 90 days, time enough to look into it. */
    public static final Map<String, String> DEAD_LETTER_SETTINGS = Map.of(
            "max.message.bytes",
            String.valueOf(POSTS_MAX_BYTES),
            "retention.ms",
            String.valueOf(Duration.ofDays(90).toMillis()));

    /** Added to the name of a topic, it names the topic of the records that could not be read. */
    public static final String DEAD_LETTER_SUFFIX = "-dlt";

    private Topics() {}
}
