package org.vedette.post.studio.media.web;

import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;
import org.vedette.post.studio.media.web.MediaPage.PictureRow;

/**
 * Asks before a picture is deleted.
 *
 * @param error why it was not deleted; null for nothing
 */
public record PictureDeletionPage(
        ApplicationLayout layout, @Nullable String error, PictureRow picture) {}
