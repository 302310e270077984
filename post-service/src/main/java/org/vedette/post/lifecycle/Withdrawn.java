package org.vedette.post.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Correction;
import org.vedette.post.content.Note;
import org.vedette.post.content.PostContent;

/**
 * A post that was public and is not any more; its slugs stay taken.
 *
 * @param last the post as it was public, at this revision
 * @param reason why, for readers; null when none was given
 */
public record Withdrawn(Published last, @Nullable Note reason, Instant withdrawnAt) implements Post {

    @Override
    public PostId id() {
        return last.id();
    }

    @Override
    public Revision revision() {
        return last.revision();
    }

    @Override
    public Slug slug() {
        return last.slug();
    }

    @Override
    public List<Slug> formerSlugs() {
        return last.formerSlugs();
    }

    @Override
    public PostContent content() {
        return last.content();
    }

    @Override
    public Instant createdAt() {
        return last.createdAt();
    }

    public Withdrawn revised(PostContent newContent, Slug newSlug, List<Correction> corrections, Instant now) {
        return new Withdrawn(last.revised(newContent, newSlug, corrections, now), reason, withdrawnAt);
    }

    /** True when nothing that an editor writes is different. */
    public boolean hasSubmissionOf(Withdrawn other) {
        return last.hasSubmissionOf(other.last);
    }

    /** Public again at the same address and under the first date; nobody is mailed about it. */
    public Published published() {
        return last.republished().quietly();
    }
}
