package org.vedette.post.publishing;

import org.vedette.post.lifecycle.Post;

/**
 * A post without its body, for lists.
 *
 * @param post has an empty body, so it must never be stored
 */
public record PostSummary(Post post) {

    public PostSummary {
        if (!post.content().body().markdown().isEmpty()) {
            throw new IllegalArgumentException("a summary has no body: " + post.id());
        }
    }
}
