package org.vedette.feed.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The front page.
 *
 * @param frame what is around it
 * @param lead the story that leads; null as long as nothing is published
 * @param opening how the story that leads begins; null when its summary says it already
 * @param latestIssues the latest issue of each series
 * @param months the other posts
 */
public record FrontPage(
        Frame frame, @Nullable Story lead, @Nullable String opening, List<Story> latestIssues, List<Month> months)
        implements Page {}
