package org.vedette.feed.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Series;
import org.vedette.feed.search.Forgiven;
import org.vedette.feed.site.head.Frame;

/**
 * The search and what it found.
 *
 * @param frame what is around it
 * @param form what was asked for
 * @param series those that may be chosen
 * @param problem what is wrong with the question; null when nothing is
 * @param summary how much was found, in words; null when nothing was asked
 * @param forgiven typos that were forgiven to find more
 * @param found the posts of this page in the order asked for
 * @param paging where in what was found this page is; null when there is but one
 */
public record SearchPage(
        Frame frame,
        SearchForm form,
        List<Series> series,
        @Nullable String problem,
        @Nullable String summary,
        List<Forgiven> forgiven,
        List<FoundStory> found,
        @Nullable Paging paging)
        implements Page {

    public SearchPage {
        series = List.copyOf(series);
        forgiven = List.copyOf(forgiven);
        found = List.copyOf(found);
    }
}
