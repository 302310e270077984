package org.vedette.post.studio.imports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;

/**
 * An import and what came of it.
 *
 * @param percent how much of the file was read
 * @param isOpen whether the page changes by itself
 * @param publicPosts those of the created that everybody reads
 * @param drafts those of the created that are drafts
 * @param failure why it ended early; null when it did not
 * @param items those that failed first
 * @param omitted items that are not shown, because there are too many
 */
public record ImportPage(
        ApplicationLayout layout,
        String name,
        String state,
        String facts,
        boolean isDryRun,
        boolean isOpen,
        int percent,
        int created,
        int publicPosts,
        int drafts,
        int skipped,
        int failed,
        @Nullable String failure,
        List<ItemRow> items,
        int omitted) {

    public ImportPage {
        items = List.copyOf(items);
    }

    /**
     * What came of an item.
     *
     * @param path of the post in the studio; null for none
     */
    public record ItemRow(
            String location,
            String title,
            String outcome,
            String style,
            @Nullable String path,
            String message) {}
}
