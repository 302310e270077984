package org.vedette.feed.syndication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Period;
import org.vedette.events.Series;
import org.vedette.feed.blog.BylineLink;
import org.vedette.feed.blog.Tlp;

/**
 * A post in a feed.
 *
 * @param id identity, the same whatever becomes of title, slug and host
 * @param revision revision that is shown here
 * @param permalink absolute address
 * @param title plain text, led by the TLP label when there is one to heed
 * @param summary plain text
 * @param html the whole body; every address in it is absolute
 * @param bylines who wrote it, with the paths of their pages
 * @param tags lower-case
 * @param series the recurring column it belongs to; null when it belongs to none
 * @param period the dates an issue covers; null outside a series
 * @param tlp who may see it
 * @param publishedAt a second that no other entry shares
 * @param revisedAt when its text last changed
 */
public record FeedEntry(
        UUID id,
        long revision,
        String permalink,
        String title,
        String summary,
        String html,
        List<BylineLink> bylines,
        List<String> tags,
        @Nullable Series series,
        @Nullable Period period,
        Tlp tlp,
        Instant publishedAt,
        Instant revisedAt) {

    public FeedEntry {
        bylines = List.copyOf(bylines);
        tags = List.copyOf(tags);
    }

    /** The identity as an address that leads nowhere and never changes (RFC 9562 §4). */
    public String urn() {
        return "urn:uuid:" + id;
    }
}
