package org.vedette.feed.site.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Series;
import org.vedette.feed.search.Forgiven;
import org.vedette.feed.search.TextPart;
import org.vedette.feed.site.Page;
import org.vedette.feed.site.PageLayout;
import org.vedette.feed.site.Paging;
import org.vedette.feed.site.PostSummaryView;

/**
 * The search form and its results.
 *
 * @param layout what is around it
 * @param form the fields as they were filled in
 * @param series those that can be chosen
 * @param problem what is wrong with the query; null when nothing is
 * @param summary how many posts were found, as text; null when there was no query
 * @param forgiven spelling corrections that were made to find more
 * @param hits the posts of this page in the order asked for
 * @param paging links to the other pages; null when there are none
 */
public record SearchPage(
        PageLayout layout,
        SearchForm form,
        List<Series> series,
        @Nullable String problem,
        @Nullable String summary,
        List<Forgiven> forgiven,
        List<SearchHitView> hits,
        @Nullable Paging paging)
        implements Page {

    public SearchPage {
        series = List.copyOf(series);
        forgiven = List.copyOf(forgiven);
        hits = List.copyOf(hits);
    }

    /**
     * A post that was found.
     *
     * @param post the post as lists show it
     * @param title its title, with the matches marked
     * @param fragments passages of its body with the matches marked
     */
    public record SearchHitView(PostSummaryView post, List<TextPart> title, List<List<TextPart>> fragments) {

        public SearchHitView {
            title = List.copyOf(title);
            fragments = List.copyOf(fragments);
        }
    }
}
