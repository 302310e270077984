package org.vedette.post.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vedette.post.content.Correction;
import org.vedette.post.content.PostContent;

/**
 * A public post.
 *
 * @param corrections notes to readers about changes, oldest first
 * @param publishedAt publication date; never changes
 * @param revisedAt when its text or corrections were last changed; equals {@code publishedAt} until then
 */
public record Published(
        PostId id,
        Revision revision,
        Slug slug,
        List<Slug> formerSlugs,
        PostContent content,
        List<Correction> corrections,
        Instant createdAt,
        Instant publishedAt,
        Instant revisedAt)
        implements Post {

    public Published {
        formerSlugs = List.copyOf(formerSlugs);
        corrections = List.copyOf(corrections);
    }

    /** Replaces content and corrections; a replaced slug becomes a former slug, which redirects for ever. */
    Published revised(PostContent newContent, Slug newSlug, List<Correction> newCorrections, Instant now) {
        var former = Stream.concat(Stream.of(slug), formerSlugs.stream())
                .distinct()
                .filter(earlier -> !earlier.equals(newSlug))
                .toList();
        // The last significant change (RFC 4287 §4.2.15): another tag does not make readers read again.
        var isSignificant = !newContent.hasTextOf(content) || !newCorrections.equals(corrections);
        return new Published(
                id,
                revision.next(),
                newSlug,
                former,
                newContent,
                newCorrections,
                createdAt,
                publishedAt,
                isSignificant && now.isAfter(revisedAt) ? now : revisedAt);
    }

    /** The next revision with the same content, for a public form that changed by itself. */
    Published republished() {
        return new Published(
                id, revision.next(), slug, formerSlugs, content, corrections, createdAt, publishedAt, revisedAt);
    }

    /** True when nothing that an editor writes is different. */
    boolean hasSubmissionOf(Published other) {
        return content.equals(other.content) && slug.equals(other.slug) && corrections.equals(other.corrections);
    }

    /** The newest correction that an earlier revision did not have. */
    Optional<Correction> correctionSince(Published earlier) {
        return corrections.stream()
                .filter(note -> !earlier.corrections.contains(note))
                .reduce((older, newer) -> newer);
    }
}
