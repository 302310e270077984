package org.vedette.post.publishing;

/**
 * A post as lists show it: all but its body, which is not even read.
 *
 * @param post has an empty body, so it must never be stored
 */
public record Listing(Post post) {

    public Listing {
        if (!post.manuscript().body().markdown().isEmpty()) {
            throw new IllegalArgumentException("a listing has no body: " + post.id());
        }
    }
}
