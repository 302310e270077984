package org.vedette.post.publishing;

import java.util.Optional;
import java.util.UUID;

/** Identity of a post: time-ordered, and never changes. */
public record PostId(UUID value) {

    private static final int LENGTH = 36;

    /** Reads the canonical form; empty when the text is no id and so names no post. */
    public static Optional<PostId> of(String text) {
        try {
            return text.length() == LENGTH ? Optional.of(new PostId(UUID.fromString(text))) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
