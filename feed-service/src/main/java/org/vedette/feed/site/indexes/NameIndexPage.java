package org.vedette.feed.site.indexes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.site.PageResponse.Page;
import org.vedette.feed.site.Paging;
import org.vedette.pages.PageLayout;

/**
 * All tags or all authors by name.
 *
 * @param layout what is around it
 * @param title such as Tags
 * @param summary how many there are, as text
 * @param mostUsed those with the most posts, most used first; empty where the whole list is short, and on later pages
 * @param sections the names of this page in alphabetical order
 * @param paging links to the other pages; null when there are none
 */
public record NameIndexPage(
        PageLayout layout,
        String title,
        String summary,
        List<Item> mostUsed,
        List<Section> sections,
        @Nullable Paging paging)
        implements Page {

    public NameIndexPage {
        mostUsed = List.copyOf(mostUsed);
        sections = List.copyOf(sections);
    }

    /**
     * The names under one heading.
     *
     * @param heading such as A; empty where the list is short and has none
     * @param items in alphabetical order
     */
    public record Section(String heading, List<Item> items) {

        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * A tag or an author.
     *
     * @param name the tag, or the author's name
     * @param path where the posts are listed
     * @param affiliation where the author worked last; null when it is unknown, and for tags
     * @param posts how many there are
     */
    public record Item(String name, String path, @Nullable String affiliation, int posts) {}
}
