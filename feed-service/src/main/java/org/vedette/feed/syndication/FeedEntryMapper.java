package org.vedette.feed.syndication;

import java.time.Instant;
import org.vedette.events.Correction;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.entries.Entry;

/** Maps an entry to what feeds show of it: its corrections come before its body, as on its page. */
final class FeedEntryMapper {

    private final Blog blog;
    private final BlogCalendar calendar;

    FeedEntryMapper(Blog blog, BlogCalendar calendar) {
        this.blog = blog;
        this.calendar = calendar;
    }

    /** @param second of publication that no other entry shares */
    FeedEntry map(Entry entry, Instant second) {
        var permalink = blog.permalink(entry.post().slug());
        var html = new StringBuilder();
        entry.corrections().forEach(correction -> html.append(html(correction)));
        html.append(new AbsoluteUrls(permalink).in(entry.post().html()));
        var language = entry.language();
        return new FeedEntry(
                entry, permalink, html.toString(), language.equals(blog.language()) ? null : language.tag(), second);
    }

    private String html(Correction correction) {
        return "<p><strong>Corrected " + calendar.day(correction.date()) + ":</strong> <span dir=\"auto\">"
                + escape(correction.text()) + "</span></p>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
