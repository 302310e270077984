package org.vedette.post.studio.preview.web;

import org.vedette.pages.post.PostView;

/**
 * A post as its page will show it, without the frame of the site.
 *
 * @param title of the document
 */
public record PreviewPage(String title, PostView post) {}
