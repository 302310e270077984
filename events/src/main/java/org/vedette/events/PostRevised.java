package org.vedette.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published post changed, be it only its label: with another label than {@code CLEAR} it is not public any more.
 *
 * @param post the whole post as it is now
 * @param correction text of the newest correction that this revision added to those of the post; null when it added none
 * @param tellAlerted true when those who were mailed about the post are to be mailed the correction; null in events of producers
 *     that do not know it, which stands for false
 */
public record PostRevised(
        PublicPost post,
        @Nullable String correction,
        @Nullable Boolean tellAlerted) implements PostEvent {

    /** A change that nobody is mailed about. */
    public PostRevised(PublicPost post, @Nullable String correction) {
        this(post, correction, false);
    }

    @Override
    public UUID postId() {
        return post.id();
    }

    @Override
    public long revision() {
        return post.revision();
    }
}
