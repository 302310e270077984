package org.vedette.events;

import java.util.UUID;

/**
 * A post was published for the first time, under whatever label.
 *
 * @param post the whole post
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
