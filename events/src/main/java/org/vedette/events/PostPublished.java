package org.vedette.events;

import java.util.UUID;

/**
 * A post was published, under whatever label: for the first time, or again after it was withdrawn. Then the post has a higher
 * revision, its first publication date, and is quiet.
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
