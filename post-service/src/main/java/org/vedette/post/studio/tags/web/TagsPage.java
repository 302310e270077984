package org.vedette.post.studio.tags.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;

/**
 * Tags, sorted, with the posts that have them.
 *
 * @param text a part of the tags, as it was typed
 * @param found such as 12 tags
 * @param next address of the next page; null on the last one
 */
public record TagsPage(
        ApplicationLayout layout,
        String text,
        String found,
        List<TagRow> tags,
        @Nullable String next,
        boolean canRename) {

    public TagsPage {
        tags = List.copyOf(tags);
    }

    /**
     * A tag.
     *
     * @param posts such as 12 posts, 10 published
     * @param postsPath of the list of its posts in the studio
     * @param renamePath of the form that renames it
     * @param sitePath of its page for readers; null when no post is published
     */
    public record TagRow(
            String tag,
            String posts,
            String postsPath,
            String renamePath,
            @Nullable String sitePath) {}
}
