package org.vedette.post.publishing.web;

import java.net.URI;
import org.vedette.post.lifecycle.Slug;

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
