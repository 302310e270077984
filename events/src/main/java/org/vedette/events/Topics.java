package org.vedette.events;

/** The Kafka topics of the suite. */
public final class Topics {

    /** Post events, compacted: the newest event of every post is kept for ever. Key: post id. */
    public static final String POSTS = "vedette.posts.v1";

    /** Partitions of {@link #POSTS}; fixed, because the key decides the order. */
    public static final int POSTS_PARTITIONS = 6;

    /** Largest record on {@link #POSTS}, in bytes; producers, brokers and consumers are set to it. */
    public static final int POSTS_MAX_BYTES = 4 * 1024 * 1024;

    /** Added to the name of a topic, it names the topic of the records that could not be read. */
    public static final String DEAD_LETTER_SUFFIX = "-dlt";

    private Topics() {}
}
