package org.vedette.post.sharing;

import java.time.Instant;
import java.util.UUID;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.requests.Person;

/**
 * Lets whoever has its secret read a post before it is published.
 *
 * @param secretHash SHA-256 of the secret, which is not kept
 * @param by who made it
 */
public record PreviewLink(UUID id, PostId post, String secretHash, Person by, Instant createdAt, Instant expiresAt) {

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
