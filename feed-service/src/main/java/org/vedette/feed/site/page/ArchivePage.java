package org.vedette.feed.site.page;

import java.util.List;
import org.vedette.feed.site.head.Frame;

/**
 * All posts by time.
 *
 * @param frame what is around it
 * @param summary how much there is since when
 * @param years those with posts, newest first
 */
public record ArchivePage(Frame frame, String summary, List<YearCount> years) implements Page {

    public ArchivePage {
        years = List.copyOf(years);
    }
}
