package org.vedette.feed.timeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Tlp;

/**
 * Where a post stands: all that lists need to know of it without reading it. Only a public post is in a list.
 *
 * @param id identity of the post
 * @param revision revision this was read from
 * @param slug last path segment of its address
 * @param formerSlugs earlier slugs
 * @param series slug of its series; null when it belongs to none
 * @param tags lower-case
 * @param authors slugs of those in its bylines
 * @param formerAuthors slugs that those in its bylines had before, each with the present one
 * @param tlp who may see it
 * @param publishedAt its place in time; null when it was withdrawn and has none
 * @param revisedAt when its text last changed; null when it was withdrawn
 * @param isCopy whether it was first published elsewhere, where search engines are sent
 */
public record Position(
        UUID id,
        long revision,
        String slug,
        List<String> formerSlugs,
        @Nullable String series,
        List<String> tags,
        List<String> authors,
        Map<String, String> formerAuthors,
        Tlp tlp,
        @Nullable Instant publishedAt,
        @Nullable Instant revisedAt,
        boolean isCopy) {

    static final Comparator<Position> NEWEST_FIRST = Comparator.comparing(Position::sortKey, SortKey.NEWEST_FIRST);

    public Position {
        formerSlugs = List.copyOf(formerSlugs);
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
        formerAuthors = Map.copyOf(formerAuthors);
    }

    /** Whether everybody may see the post. */
    public boolean isPublic() {
        return !isWithdrawn() && !isRestricted();
    }

    /** Whether, by its label, the public must not learn that the post exists. */
    public boolean isRestricted() {
        return !tlp.isPublic();
    }

    public boolean isWithdrawn() {
        return publishedAt == null;
    }

    /** Its place in the order of time. */
    public SortKey sortKey() {
        return new SortKey(time(), id);
    }

    Instant time() {
        return publishedAt == null ? Instant.MIN : publishedAt;
    }
}
