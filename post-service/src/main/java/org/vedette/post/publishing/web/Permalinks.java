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
        return base() + "/posts/" + slug.value();
    }

    /** The address of a preview for somebody outside. */
    public String ofPreview(String secret) {
        return base() + "/preview/links/" + secret;
    }

    private String base() {
        return baseUrl.toString().replaceAll("/+$", "");
    }
}
