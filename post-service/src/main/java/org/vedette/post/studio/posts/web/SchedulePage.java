package org.vedette.post.studio.posts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;

/**
 * What is published in a week.
 *
 * @param week such as June 27 – July 3, 2016
 * @param zone of the times
 * @param remark what happens to the clocks in that week; empty for nothing
 * @param previous path of the week before; null for the first one
 * @param next path of the week after; null for the last one
 */
public record SchedulePage(
        ApplicationLayout layout,
        String week,
        String zone,
        String remark,
        @Nullable String previous,
        @Nullable String next,
        List<Day> days) {

    public SchedulePage {
        days = List.copyOf(days);
    }

    /**
     * A day.
     *
     * @param name such as Thursday, June 30
     */
    public record Day(String name, boolean isToday, List<PostRow> posts) {

        public Day {
            posts = List.copyOf(posts);
        }
    }
}
