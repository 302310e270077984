package org.vedette.post.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a post is to be published.
 *
 * @param publishAt in the future: when; in the past: the date that the post carries; null for now, or the date of the draft
 * @param isQuiet whether nobody is to be mailed about it
 */
public record Publication(@Nullable Instant publishAt, boolean isQuiet) {

    /** At once, with mails. */
    public static final Publication NOW = new Publication(null, false);
}
