package org.vedette.post.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.PostContent;

/**
 * A post that only editors see.
 *
 * @param publishAt the publication date it gets when published; null for the time of publication
 */
public record Draft(
        PostId id,
        Revision revision,
        Slug slug,
        PostContent content,
        @Nullable Instant publishAt,
        Instant createdAt) implements Post {

    @Override
    public List<Slug> formerSlugs() {
        return List.of();
    }

    /** Replaces the content; the former slug was never public and becomes free. */
    Draft revised(PostContent newContent, Slug newSlug, @Nullable Instant newPublishAt) {
        return new Draft(id, revision.next(), newSlug, newContent, newPublishAt, createdAt);
    }

    Published published(Instant now) {
        var date = Optional.ofNullable(publishAt).orElse(now);
        return new Published(id, revision.next(), slug, List.of(), content, createdAt, date, date);
    }
}
