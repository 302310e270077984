package org.vedette.feed.site.archive;

import java.util.List;
import org.vedette.feed.site.PageResponse.Page;
import org.vedette.pages.PageLayout;

/**
 * The archive of all years.
 *
 * @param layout what is around it
 * @param summary how many posts there are since when
 * @param years those with posts, newest first
 */
public record ArchivePage(PageLayout layout, String summary, List<Year> years) implements Page {

    public ArchivePage {
        years = List.copyOf(years);
    }

    /**
     * A year.
     *
     * @param name such as 2016
     * @param path where its posts are listed
     * @param posts how many there are, as text
     * @param months those with posts, newest first
     */
    public record Year(String name, String path, String posts, List<Month> months) {

        public Year {
            months = List.copyOf(months);
        }
    }

    /**
     * A month.
     *
     * @param year its year
     * @param name such as June 2016
     * @param shortName such as June
     * @param path where its posts are listed
     * @param posts how many there are
     */
    public record Month(java.time.Year year, String name, String shortName, String path, int posts) {}
}
