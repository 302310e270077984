package org.vedette.post.studio.series.web;

import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;

/**
 * Asks whether a series is to be deleted.
 *
 * @param revision the one that was opened
 * @param refusal why it cannot be deleted; null when it can
 */
public record SeriesDeletionPage(
        ApplicationLayout layout,
        String title,
        String slug,
        String revision,
        @Nullable String refusal) {}
