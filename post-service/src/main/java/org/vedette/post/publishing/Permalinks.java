package org.vedette.post.publishing;

import java.net.URI;

/**
 * Builds the absolute addresses of posts.
 *
 * @param baseUrl public address of the site; the Host of a request is never used
 */
public record Permalinks(URI baseUrl) {

    public String of(Slug slug) {
        return baseUrl.toString().replaceAll("/+$", "") + "/posts/" + slug.value();
    }
}
