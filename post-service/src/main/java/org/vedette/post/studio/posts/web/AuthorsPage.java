package org.vedette.post.studio.posts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.form.Option;

/**
 * All authors with their names.
 *
 * @param error why two were not merged; null for nothing
 * @param choices whom a name can be merged into
 */
public record AuthorsPage(
        ApplicationLayout layout,
        @Nullable String error,
        List<AuthorRow> authors,
        List<Option> choices,
        boolean canMerge,
        boolean canSeparate) {

    public AuthorsPage {
        authors = List.copyOf(authors);
        choices = List.copyOf(choices);
    }

    /**
     * An author.
     *
     * @param names separated by semicolons
     * @param formerSlugs slugs that were merged, each of which can be separated again
     */
    public record AuthorRow(String slug, String names, List<String> formerSlugs, boolean isRepublishing) {

        public AuthorRow {
            formerSlugs = List.copyOf(formerSlugs);
        }
    }
}
