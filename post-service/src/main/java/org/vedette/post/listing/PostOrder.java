package org.vedette.post.listing;

/** What a list begins with. */
public enum PostOrder {
    /** The post that was created last. */
    CREATED_LAST,

    /** The post with the earliest date: when it is due, or was published; a post without one comes last. */
    DATED_FIRST,

    /** The post with the latest date; a post without one comes last. */
    DATED_LAST
}
