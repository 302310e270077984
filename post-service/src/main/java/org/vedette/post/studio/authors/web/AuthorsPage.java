package org.vedette.post.studio.authors.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.form.Option;

/**
 * All authors with their names.
 *
 * @param error why nothing was changed; null for nothing
 * @param choices whom a name can be merged into
 * @param names that can be written differently
 */
public record AuthorsPage(
        ApplicationLayout layout,
        @Nullable String error,
        List<AuthorRow> authors,
        List<Option> choices,
        List<String> names,
        RenameForm rename,
        boolean canEdit) {

    public AuthorsPage {
        authors = List.copyOf(authors);
        choices = List.copyOf(choices);
        names = List.copyOf(names);
    }

    /**
     * An author.
     *
     * @param names separated by semicolons
     * @param posts such as Zoë: 12 posts; null when that is not known at the moment
     * @param formerSlugs slugs that were merged, each of which can be separated again
     */
    public record AuthorRow(
            String slug, String names, @Nullable String posts, List<String> formerSlugs, boolean isRepublishing) {

        public AuthorRow {
            formerSlugs = List.copyOf(formerSlugs);
        }
    }

    /**
     * A new name as it was typed.
     *
     * @param isMerge whether it is that of another author, which must be confirmed
     */
    public record RenameForm(String name, String to, boolean isMerge) {

        static final RenameForm EMPTY = new RenameForm("", "", false);
    }
}
