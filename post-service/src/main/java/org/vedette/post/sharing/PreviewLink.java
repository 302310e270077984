package org.vedette.post.sharing;

import java.time.Instant;
import java.util.UUID;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Withdrawn;
import org.vedette.post.requests.Person;

/**
 * Lets whoever has its secret read a post before it is published.
 *
 * @param label the label that the post had when the link was made: under a stricter one the link leads nowhere
 * @param secretHash SHA-256 of the secret, which is not kept
 * @param by who made it
 */
public record PreviewLink(
        UUID id, PostId post, Tlp label, String secretHash, Person by, Instant createdAt, Instant expiresAt) {

    /** Whether it leads to its post as the post is now. */
    boolean opens(Post current) {
        return !(current instanceof Withdrawn) && !current.content().tlp().isStricterThan(label);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
