package org.vedette.post.studio.history.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;

/**
 * The history of a post.
 *
 * @param path of the editor
 * @param current the newest revision
 * @param comparison the one that was asked for; null for none
 */
public record HistoryPage(
        ApplicationLayout layout,
        String path,
        String title,
        long current,
        List<RevisionRow> revisions,
        @Nullable ComparisonPart comparison) {

    public HistoryPage {
        revisions = List.copyOf(revisions);
    }

    /**
     * A revision.
     *
     * @param line who and when
     * @param note null when nothing was said
     * @param changed names of fields, separated by commas
     */
    public record RevisionRow(
            long number, String line, @Nullable String note, String changed) {}
}
