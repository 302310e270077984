package org.vedette.feed.crawlers;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Sequence;

/** Finds the years and months that posts were published in. */
final class Archive {

    private final BlogCalendar calendar;

    Archive(BlogCalendar calendar) {
        this.calendar = calendar;
    }

    /** Paths of the pages of all years and months, the latest first, each with its newest post that is listed. */
    Map<String, Position> pages(Sequence posts) {
        var pages = new LinkedHashMap<String, Position>();
        for (var from = 0; from < posts.size(); ) {
            var month = month(posts, from);
            var next = firstBefore(month, from, posts);
            posts.slice(from, next - from).stream()
                    .filter(PostFiles::isListed)
                    .findFirst()
                    .ifPresent(newest -> add(month, newest, pages));
            from = next;
        }
        return pages;
    }

    private static void add(YearMonth month, Position newest, Map<String, Position> pages) {
        pages.putIfAbsent("/archive/" + month.getYear(), newest);
        pages.put("/archive/" + month.toString().replace('-', '/'), newest);
    }

    /** Rank of the newest post of an earlier month: posts are in the order of time, so few of them have to be asked. */
    private int firstBefore(YearMonth month, int from, Sequence posts) {
        var low = from;
        var high = posts.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (month(posts, middle).isBefore(month)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private YearMonth month(Sequence posts, int rank) {
        return calendar.month(posts.slice(rank, 1).get(0).sortKey().at());
    }
}
