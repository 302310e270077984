package org.vedette.feed.site.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Series;
import org.vedette.feed.search.Hit;
import org.vedette.feed.search.Hit.TextPart;
import org.vedette.feed.search.SearchResult.Correction;
import org.vedette.feed.site.PageResponse.Page;
import org.vedette.feed.site.Paging;
import org.vedette.pages.PageLayout;
import org.vedette.pages.post.PostSummaryView;

/**
 * The search form and its results.
 *
 * @param layout what is around it
 * @param form the fields as they were filled in
 * @param series those that can be chosen
 * @param problem what is wrong with the query; null when nothing is
 * @param summary how many posts were found, as text; null when there was no query
 * @param corrections spellings that were corrected because nothing has the words as typed
 * @param hits the posts of this page in the order asked for
 * @param paging links to the other pages; null when there are none
 */
public record SearchPage(
        PageLayout layout,
        SearchForm form,
        List<Series> series,
        @Nullable String problem,
        @Nullable String summary,
        List<Correction> corrections,
        List<SearchHitView> hits,
        @Nullable Paging paging)
        implements Page {

    public SearchPage {
        series = List.copyOf(series);
        corrections = List.copyOf(corrections);
        hits = List.copyOf(hits);
    }

    /**
     * A post that was found.
     *
     * @param post the post as lists show it
     * @param title its title, with the matches marked
     * @param fragments passages of its body with the matches marked
     * @param matches what else of the post matches
     */
    public record SearchHitView(
            PostSummaryView post, List<TextPart> title, List<List<TextPart>> fragments, List<MatchView> matches) {

        public SearchHitView {
            title = List.copyOf(title);
            fragments = List.copyOf(fragments);
            matches = List.copyOf(matches);
        }
    }

    /**
     * A value outside title and body that matches.
     *
     * @param label what it is of the post
     * @param value the value with the matches marked
     */
    public record MatchView(String label, List<TextPart> value) {

        static MatchView of(Hit.Match match) {
            var label = switch (match.field()) {
                case STANDFIRST -> "Introduction";
                case BYLINE -> "By";
                case TAG -> "Tag";
                case SERIES -> "Series";
            };
            return new MatchView(label, match.value());
        }
    }
}
