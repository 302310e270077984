package org.vedette.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A public post changed.
 *
 * @param post the whole public post as it is now
 * @param correction what readers must know about the change, in plain text; null for a change that needs no note
 */
public record PostRevised(PublicPost post, @Nullable String correction) implements PostEvent {

    @Override
    public UUID postId() {
        return post.id();
    }

    @Override
    public long revision() {
        return post.revision();
    }
}
