package org.vedette.post.studio.preview.web;

import org.jspecify.annotations.Nullable;
import org.vedette.pages.post.PostView;

/**
 * A post as its page will show it, without the frame of the site.
 *
 * @param title of the document
 * @param notice above the post; null for nothing
 */
public record PreviewPage(
        String title, PostView post, @Nullable String notice) {

    PreviewPage(String title, PostView post) {
        this(title, post, null);
    }

    PreviewPage saying(String text) {
        return new PreviewPage(title, post, text);
    }
}
