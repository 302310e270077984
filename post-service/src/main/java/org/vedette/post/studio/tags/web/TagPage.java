package org.vedette.post.studio.tags.web;

import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;
import org.vedette.post.studio.tags.web.TagsPage.TagRow;

/**
 * The form that renames a tag.
 *
 * @param to as it was typed
 * @param error why it is not renamed; null for nothing
 * @param merge what becomes of both when the new tag is in use already, which must be confirmed; null when it is not
 */
public record TagPage(
        ApplicationLayout layout,
        TagRow tag,
        String to,
        @Nullable String error,
        @Nullable String merge) {}
