package org.vedette.post.studio.sharing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;

/**
 * The links to previews of a post.
 *
 * @param path of the editor
 * @param label of the post with prefix; null for one that everybody may read
 * @param made address of the link that was just made; null for none
 * @param error why no link was made; null for nothing
 */
public record SharingPage(
        ApplicationLayout layout,
        String path,
        String title,
        @Nullable String label,
        @Nullable String made,
        @Nullable String error,
        List<LinkRow> links) {

    public SharingPage {
        links = List.copyOf(links);
    }

    /**
     * A link.
     *
     * @param facts such as Until Jul 7, 2016, 12:00 CEST, made by Ada Example
     */
    public record LinkRow(String id, String facts) {}
}
