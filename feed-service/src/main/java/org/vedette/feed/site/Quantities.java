package org.vedette.feed.site;

import java.util.Locale;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.timeline.Sequence;

/** Numbers of things as text. */
public final class Quantities {

    private Quantities() {}

    /** Such as 1 post and 1,200 posts. */
    public static String posts(int number) {
        return of(number, "post");
    }

    /** Such as 12 issues since June 2016. */
    public static String since(Sequence posts, String thing, BlogCalendar calendar) {
        var time = posts.last()
                .flatMap(oldest -> posts.first()
                        .map(newest -> " "
                                + calendar.since(
                                        oldest.sortKey().at(), newest.sortKey().at())));
        return of(posts.size(), thing) + time.orElse("");
    }

    public static String of(int number, String thing) {
        return String.format(Locale.US, "%,d %s", number, number == 1 ? thing : thing + "s");
    }
}
