package org.vedette.feed.syndication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Series;

/**
 * A post in a feed.
 *
 * @param id identity, the same whatever becomes of title, slug and host
 * @param permalink absolute address
 * @param title plain text, led by the TLP label when there is one to heed
 * @param summary plain text
 * @param html the whole body; every address in it is absolute
 * @param credits one for each byline, such as Ada Example, Example Labs
 * @param tags lower-case
 * @param series the recurring column it belongs to; null when it belongs to none
 * @param publishedAt a second that no other entry shares
 */
public record FeedEntry(
        UUID id,
        String permalink,
        String title,
        String summary,
        String html,
        List<String> credits,
        List<String> tags,
        @Nullable Series series,
        Instant publishedAt) {}
