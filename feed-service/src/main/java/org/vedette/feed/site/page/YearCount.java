package org.vedette.feed.site.page;

import java.util.List;

/**
 * A year in the archive.
 *
 * @param name such as 2016
 * @param path where its posts are listed
 * @param posts how many there are, in words
 * @param months those with posts, newest first
 */
public record YearCount(String name, String path, String posts, List<MonthCount> months) {

    public YearCount {
        months = List.copyOf(months);
    }
}
