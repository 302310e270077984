package org.vedette.post.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vedette.post.manuscript.Manuscript;

/**
 * A post only editors see.
 *
 * @param publishAt the date it is to carry once published; null for the moment of publication
 */
public record Draft(
        PostId id,
        Revision revision,
        Slug slug,
        Manuscript manuscript,
        @Nullable Instant publishAt,
        Instant createdAt) implements Post {

    @Override
    public List<Slug> formerSlugs() {
        return List.of();
    }

    /** Replaces everything the editor wrote; the former slug was never public and is free again. */
    Draft revised(Manuscript newManuscript, Slug newSlug, @Nullable Instant newPublishAt) {
        return new Draft(id, revision.next(), newSlug, newManuscript, newPublishAt, createdAt);
    }

    Published published(Instant now) {
        Instant date = Optional.ofNullable(publishAt).orElse(now);
        return new Published(id, revision.next(), slug, List.of(), manuscript, createdAt, date, date);
    }
}
