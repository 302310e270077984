package org.vedette.pages.post;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as lists print it.
 *
 * @param path where it is read
 * @param title its title
 * @param bylines its first bylines
 * @param moreBylines how many bylines follow those
 * @param summary standfirst, or excerpt where there is none
 * @param introduction what a list says of it: the standfirst, or the beginning of its text where there is none
 * @param teaser the beginning of its summary, for narrow places
 * @param date day of publication for programs, such as 2016-06-30
 * @param day the same for people, such as June 30, 2016
 * @param shortDay the same within its month, such as Jun 30
 * @param series the series it belongs to; null when it belongs to none
 * @param label its TLP label; null when it is public
 * @param language of its text, a BCP 47 tag; null where it is that of the page
 * @param direction of its text, {@code rtl} or {@code auto}
 */
public record PostSummaryView(
        String path,
        String title,
        List<BylineView> bylines,
        int moreBylines,
        String summary,
        String introduction,
        String teaser,
        String date,
        String day,
        String shortDay,
        @Nullable SeriesLink series,
        @Nullable TlpLabel label,
        @Nullable String language,
        String direction) {

    public PostSummaryView {
        bylines = List.copyOf(bylines);
    }

    /**
     * The series of an issue.
     *
     * @param path where its issues are listed
     * @param title its title
     * @param period what the issue covers, such as Week of June 26 – July 2, 2016; null when it does not say
     */
    public record SeriesLink(
            String path, String title, @Nullable String period) {}
}
