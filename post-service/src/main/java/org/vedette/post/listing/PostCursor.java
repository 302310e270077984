package org.vedette.post.listing;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.vedette.post.lifecycle.PostId;

/**
 * The place of a post in a list, after which the next page begins.
 *
 * @param at the time of the post by which the list is in order
 */
public record PostCursor(Instant at, PostId id) {

    private static final PostId FIRST = new PostId(new UUID(0, 0));

    /** The beginning of the part of a list that is dated at a time or later. */
    public static PostCursor from(Instant time) {
        return new PostCursor(time, FIRST);
    }

    /** Parses the text of a cursor; empty when it is none. */
    public static Optional<PostCursor> parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("/", -1);
            return parts.length == 2
                    ? PostId.of(parts[1]).map(id -> new PostCursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), id))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException notACursor) {
            return Optional.empty();
        }
    }

    /** Of characters that an address may have. */
    public String text() {
        var plain = at.toEpochMilli() + "/" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
