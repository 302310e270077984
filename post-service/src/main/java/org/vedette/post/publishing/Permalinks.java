package org.vedette.post.publishing;

import java.net.URI;

/**
 * Whole addresses of posts.
 *
 * @param baseUrl public address of the site; a request's own host is never trusted
 */
public record Permalinks(URI baseUrl) {

    public String of(Slug slug) {
        return baseUrl.toString().replaceAll("/+$", "") + "/posts/" + slug.value();
    }
}
