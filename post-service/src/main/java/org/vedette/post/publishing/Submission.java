package org.vedette.post.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vedette.post.manuscript.Correction;
import org.vedette.post.manuscript.Manuscript;

/**
 * What an editor hands in at once.
 *
 * @param slug the slug the editor insists on; null to have one made from the title, or to keep a public one
 * @param publishAt the date the post is to carry; null for the moment of publication
 * @param correction what readers of a published post must know about the change
 */
public record Submission(
        Manuscript manuscript,
        @Nullable Slug slug,
        @Nullable Instant publishAt,
        @Nullable Correction correction) {}
