package org.vedette.post.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.PostContent;

/**
 * A post that only editors see.
 *
 * @param publishAt the publication date it gets when published; null for the time of publication
 * @param isReady whether it waits for an editor to publish it
 */
public record Draft(
        PostId id,
        Revision revision,
        Slug slug,
        PostContent content,
        @Nullable Instant publishAt,
        Instant createdAt,
        boolean isReady)
        implements Post {

    /** A draft that somebody still works on. */
    public Draft(
            PostId id,
            Revision revision,
            Slug slug,
            PostContent content,
            @Nullable Instant publishAt,
            Instant createdAt) {
        this(id, revision, slug, content, publishAt, createdAt, false);
    }

    @Override
    public List<Slug> formerSlugs() {
        return List.of();
    }

    /** Replaces the content; the former slug was never public and becomes free. */
    public Draft revised(PostContent newContent, Slug newSlug, @Nullable Instant newPublishAt) {
        return new Draft(id, revision.next(), newSlug, newContent, newPublishAt, createdAt, isReady);
    }

    /** The same revision with another publication date. */
    public Draft dated(Instant date) {
        return new Draft(id, revision, slug, content, date, createdAt, isReady);
    }

    /** The next revision, which waits for an editor or does not. */
    public Draft readyForReview(boolean ready) {
        return new Draft(id, revision.next(), slug, content, publishAt, createdAt, ready);
    }

    /** True when nothing that an editor writes is different. */
    public boolean hasSubmissionOf(Draft other) {
        return content.equals(other.content) && slug.equals(other.slug) && Objects.equals(publishAt, other.publishAt);
    }

    /** True when the slug comes from the title and was not chosen by an editor. */
    public boolean hasDerivedSlug() {
        return slug.isVariantOf(Slug.of(content.title()).orElse(Slug.of(id, createdAt)));
    }

    public Scheduled scheduled(Schedule schedule) {
        return new Scheduled(id, revision.next(), slug, content, createdAt, schedule);
    }

    public Published published(Instant now) {
        var date = Optional.ofNullable(publishAt).orElse(now);
        return new Published(id, revision.next(), slug, List.of(), content, List.of(), createdAt, date, date, false);
    }
}
