package org.vedette.events;

import java.util.UUID;

/**
 * A post became public for the first time.
 *
 * @param post the whole public post
 */
public record PostPublished(PublicPost post) implements PostEvent {

    @Override
    public UUID postId() {
        return post.id();
    }

    @Override
    public long revision() {
        return post.revision();
    }
}
