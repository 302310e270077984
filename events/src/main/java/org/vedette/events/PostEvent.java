package org.vedette.events;

import java.net.URI;
import java.util.UUID;

/**
 * A change of the public state of a post.
 *
 * <p>An event carries the whole public state, so a consumer never calls back. Events are ordered by {@code (postId,
 * revision)}: a consumer ignores a revision that is not newer than the one it has.
 */
public sealed interface PostEvent permits PostPublished, PostRevised, PostWithdrawn {

    /** The CloudEvents {@code source} attribute of every event; independent of the host that the producer runs on. */
    URI SOURCE = URI.create("urn:vedette:post-service");

    /** Identity of the post, which is also the key of the Kafka record. */
    UUID postId();

    /** Revision of the post this event made public; starts at 1 and only grows. */
    long revision();
}
