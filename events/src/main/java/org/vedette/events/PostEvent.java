package org.vedette.events;

import java.util.UUID;

/**
 * Something that happened to a post and that the outside may know.
 *
 * <p>An event carries the whole public state, so a consumer never calls back. Order is {@code (postId, revision)}: an
 * older or equal revision than the one already seen is a repetition.
 */
public sealed interface PostEvent permits PostPublished, PostRevised, PostWithdrawn {

    /** Identity of the post, which is also the key of the Kafka record. */
    UUID postId();

    /** Revision of the post this event made public; starts at 1 and only grows. */
    long revision();
}
