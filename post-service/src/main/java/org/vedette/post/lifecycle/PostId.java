package org.vedette.post.lifecycle;

import java.util.Optional;
import java.util.UUID;

/** Identity of a post: a time-ordered UUID that never changes. */
public record PostId(UUID value) {

    private static final int LENGTH = 36;

    /** Parses the canonical form; empty when the text is not an id. */
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
