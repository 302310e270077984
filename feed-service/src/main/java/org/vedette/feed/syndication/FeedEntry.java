package org.vedette.feed.syndication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PublicPost;
import org.vedette.feed.blog.BylineLink;
import org.vedette.feed.entries.Entry;

/**
 * A post in a feed.
 *
 * @param source the post as pages show it
 * @param permalink absolute address
 * @param html the corrections and the whole body; every address in it is absolute
 * @param language of its text, where it is another than that of the blog; else null
 * @param publishedAt a second that no other entry shares; that of the publication or an earlier one
 */
public record FeedEntry(
        Entry source,
        String permalink,
        String html,
        @Nullable String language,
        Instant publishedAt) {

    /** The identity as an address that leads nowhere and never changes (RFC 9562 §4). */
    public String urn() {
        return "urn:uuid:" + source.id();
    }

    public String title() {
        return post().title();
    }

    public PublicPost post() {
        return source.post();
    }

    /** When its text last changed: the date of its publication, which may have moved, until it first changes. */
    public Instant updatedAt() {
        return post().revisedAt().isAfter(post().publishedAt()) ? post().revisedAt() : publishedAt;
    }

    /** Who wrote it, with the paths of their pages. */
    public List<BylineLink> bylines() {
        return BylineLink.of(post().bylines());
    }
}
