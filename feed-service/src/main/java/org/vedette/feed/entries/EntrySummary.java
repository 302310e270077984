package org.vedette.feed.entries;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Period;
import org.vedette.events.Series;
import org.vedette.feed.blog.Language;
import org.vedette.feed.blog.Tlp;

/**
 * An entry without its body: all that a list shows of it.
 *
 * @param id identity of the post
 * @param revision revision that is shown
 * @param slug last path segment of its address
 * @param title plain text
 * @param standfirst the editor's introduction; null when there is none
 * @param excerpt machine-cut summary
 * @param bylines printed credits in order
 * @param tags lower-case tags in the editor's order
 * @param series the series it belongs to; null when it belongs to none
 * @param period what the issue covers; null outside a series
 * @param tlp who may see it
 * @param publishedAt its place in time
 * @param revisedAt when its text last changed
 * @param language of its text
 */
public record EntrySummary(
        UUID id,
        long revision,
        String slug,
        String title,
        @Nullable String standfirst,
        String excerpt,
        List<Byline> bylines,
        List<String> tags,
        @Nullable Series series,
        @Nullable Period period,
        Tlp tlp,
        Instant publishedAt,
        Instant revisedAt,
        Language language) {

    public EntrySummary {
        bylines = List.copyOf(bylines);
        tags = List.copyOf(tags);
    }

    /** The editor's introduction, or the machine's summary where there is none. */
    public String summary() {
        return standfirst == null || standfirst.isBlank() ? excerpt : standfirst;
    }

    /** Whether an editor introduced the post. */
    public boolean hasStandfirst() {
        return standfirst != null && !standfirst.isBlank();
    }
}
