package org.vedette.post.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.Scheduled;

/**
 * How a post is to be published.
 *
 * @param publishAt in the future: when; in the past: the date that the post carries; null for now, or the date of the draft
 * @param quiet whether nobody is to be mailed about it; null for what its schedule says, and without one for mails
 */
public record Publication(
        @Nullable Instant publishAt, @Nullable Boolean quiet) {

    /** At once, as its schedule says, or with mails. */
    public static final Publication NOW = new Publication(null, null);

    boolean isQuiet(Post post) {
        return quiet == null
                ? post instanceof Scheduled scheduled && scheduled.schedule().isQuiet()
                : quiet;
    }
}
