package org.vedette.post.publishing.web;

import org.springframework.http.ResponseEntity;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;

/** Responses with a post and its entity tag. */
public final class PostResponses {

    private final Permalinks permalinks;

    public PostResponses(Permalinks permalinks) {
        this.permalinks = permalinks;
    }

    public ResponseEntity<PostView> ok(Post post) {
        return of(ResponseEntity.ok(), post);
    }

    ResponseEntity<PostView> of(ResponseEntity.BodyBuilder response, Post post) {
        return response.eTag("\"" + post.revision().value() + "\"").body(PostView.of(post, permalinks));
    }

    public static PostId postId(String id) {
        return PostId.of(id).orElseThrow(() -> new PostNotFoundException(id));
    }
}
