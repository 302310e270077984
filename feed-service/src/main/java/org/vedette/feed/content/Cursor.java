package org.vedette.feed.content;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.timeline.SortKey;

/**
 * Where a page ended, in a form that callers need not understand. It names a place in time and not a number, so pages
 * neither repeat nor leave out a post when others are published meanwhile.
 */
final class Cursor {

    private static final byte VERSION = 1;
    private static final int BYTES = 1 + Long.BYTES + 2 * Long.BYTES;

    private Cursor() {}

    static String after(SortKey place) {
        var bytes = ByteBuffer.allocate(BYTES)
                .put(VERSION)
                .putLong(place.at().toEpochMilli())
                .putLong(place.id().getMostSignificantBits())
                .putLong(place.id().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws RequestRejectedException when it is none that we gave out */
    static SortKey place(String cursor) {
        var bytes = ByteBuffer.wrap(decoded(cursor));
        if (bytes.remaining() != BYTES || bytes.get() != VERSION) {
            throw unknown();
        }
        return new SortKey(Instant.ofEpochMilli(bytes.getLong()), new UUID(bytes.getLong(), bytes.getLong()));
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw unknown();
        }
    }

    private static RequestRejectedException unknown() {
        return RequestRejectedException.invalid(
                "unknown-cursor",
                "The cursor is none of ours. Take \"next\" from an answer as it is, or leave it out to begin anew.");
    }
}
