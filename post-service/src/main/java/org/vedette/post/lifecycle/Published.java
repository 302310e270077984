package org.vedette.post.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Correction;
import org.vedette.post.content.Note;
import org.vedette.post.content.PostContent;

/**
 * A public post.
 *
 * @param corrections notes to readers about changes, oldest first
 * @param publishedAt publication date; never changes
 * @param revisedAt when its text or corrections were last changed; equals {@code publishedAt} until then
 * @param isQuiet whether nobody is mailed about it
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
        Instant revisedAt,
        boolean isQuiet)
        implements Post {

    public Published {
        formerSlugs = List.copyOf(formerSlugs);
        corrections = List.copyOf(corrections);
    }

    /** Replaces content and corrections; a replaced slug becomes a former slug, which redirects for ever. */
    public Published revised(PostContent newContent, Slug newSlug, List<Correction> newCorrections, Instant now) {
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
                isSignificant && now.isAfter(revisedAt) ? now : revisedAt,
                isQuiet);
    }

    /** The next revision with the same content, for a public form that changed by itself. */
    public Published republished() {
        return withRevision(revision.next(), isQuiet);
    }

    /** The same revision, about which nobody is mailed. */
    public Published quietly() {
        return withQuiet(true);
    }

    /** The same revision, about which nobody is mailed, or somebody is. */
    public Published withQuiet(boolean quiet) {
        return withRevision(revision, quiet);
    }

    /**
     * Takes the post back.
     *
     * @param reason why, for readers; null when none is given
     */
    public Withdrawn withdrawn(@Nullable Note reason, Instant now) {
        return new Withdrawn(republished(), reason, now);
    }

    private Published withRevision(Revision other, boolean quiet) {
        return new Published(
                id, other, slug, formerSlugs, content, corrections, createdAt, publishedAt, revisedAt, quiet);
    }

    /** True when nothing that an editor writes is different. */
    public boolean hasSubmissionOf(Published other) {
        return content.equals(other.content) && slug.equals(other.slug) && corrections.equals(other.corrections);
    }

    /** The newest correction that an earlier revision did not have. */
    public Optional<Correction> correctionSince(Published earlier) {
        return corrections.stream()
                .filter(note -> !earlier.corrections.contains(note))
                .reduce((older, newer) -> newer);
    }
}
