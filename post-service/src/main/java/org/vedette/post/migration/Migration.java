package org.vedette.post.migration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vedette.post.publishing.Submission;

/**
 * A post that was written elsewhere.
 *
 * @param source names the post in the archive that it comes from; no two posts have the same
 * @param submission its content, with the date under which it was or is to be published
 * @param isDraft whether only editors see it
 * @param createdAt when it was written; null when nobody knows
 * @param revisedAt when a published post was last changed; null for never
 */
public record Migration(
        String source,
        Submission submission,
        boolean isDraft,
        @Nullable Instant createdAt,
        @Nullable Instant revisedAt) {}
