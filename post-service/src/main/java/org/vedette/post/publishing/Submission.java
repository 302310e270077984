package org.vedette.post.publishing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Correction;
import org.vedette.post.content.PostContent;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.lifecycle.Withdrawn;

/**
 * The content and settings of a post as an editor submits them.
 *
 * @param slug the requested slug; null to derive it from the title, or to keep that of a published post
 * @param publishAt the requested publication date; null for the time of publication
 * @param corrections all notes to the readers of a published post; empty for a draft
 */
public record Submission(
        PostContent content, @Nullable Slug slug, @Nullable Instant publishAt, List<Correction> corrections) {

    public static final int MAX_CORRECTIONS = 50;

    public Submission {
        corrections = List.copyOf(corrections);
    }

    /** A change of nothing but the content of a post. */
    public static Submission of(Post post, PostContent content) {
        if (post instanceof Draft draft) {
            var slug = draft.hasDerivedSlug() ? null : draft.slug();
            return new Submission(content, slug, draft.publishAt(), List.of());
        }
        if (post instanceof Scheduled scheduled) {
            return new Submission(content, post.slug(), scheduled.schedule().publishAt(), List.of());
        }
        var published = post instanceof Withdrawn withdrawn ? withdrawn.last() : (Published) post;
        return new Submission(content, post.slug(), published.publishedAt(), published.corrections());
    }

    /** The same without a date after the given time, and with the corrections sorted by date. */
    Submission datedUntil(Instant latest) {
        var limited = corrections.stream()
                .map(note -> note.date().isAfter(latest) ? new Correction(latest, note.text()) : note)
                .sorted(Comparator.comparing(Correction::date))
                .toList();
        return new Submission(
                content, slug, publishAt != null && publishAt.isAfter(latest) ? latest : publishAt, limited);
    }

    /** The same without a publication date. */
    Submission undated() {
        return new Submission(content, slug, null, corrections);
    }

    /** Changes a post. */
    @FunctionalInterface
    public interface Change {

        /** The submission that makes the change to the current state of a post. */
        Submission of(Post current, Instant now);
    }
}
