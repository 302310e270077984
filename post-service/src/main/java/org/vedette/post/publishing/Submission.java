package org.vedette.post.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Correction;
import org.vedette.post.content.PostContent;

/**
 * The content and settings of a post as an editor submits them.
 *
 * @param slug the requested slug; null to derive it from the title, or to keep that of a published post
 * @param publishAt the requested publication date; null for the time of publication
 * @param correction note to the readers of a published post; null when there is none
 */
public record Submission(
        PostContent content,
        @Nullable Slug slug,
        @Nullable Instant publishAt,
        @Nullable Correction correction) {}
