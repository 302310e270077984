package org.vedette.feed.content;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.timeline.SortKey;

/**
 * An opaque cursor: where a page ended. It holds a sort key and no offset, so pages neither repeat nor omit a post when
 * others are published meanwhile.
 */
public final class Cursor {

    private static final byte VERSION = 1;
    private static final int BYTES = 1 + Long.BYTES + 2 * Long.BYTES;

    private Cursor() {}

    static String encode(SortKey sortKey) {
        var bytes = ByteBuffer.allocate(BYTES)
                .put(VERSION)
                .putLong(sortKey.at().toEpochMilli())
                .putLong(sortKey.id().getMostSignificantBits())
                .putLong(sortKey.id().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The sort key in a cursor.
     *
     * @throws RequestRejectedException when it is not one of ours
     */
    public static SortKey decode(String cursor) {
        var bytes = ByteBuffer.wrap(base64(cursor));
        if (bytes.remaining() != BYTES || bytes.get() != VERSION) {
            throw invalid();
        }
        return new SortKey(Instant.ofEpochMilli(bytes.getLong()), new UUID(bytes.getLong(), bytes.getLong()));
    }

    private static byte[] base64(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    private static RequestRejectedException invalid() {
        return RequestRejectedException.invalid(
                "unknown-cursor",
                "The cursor is none of ours. Take \"next\" from an answer as it is, or leave it out to start with the"
                        + " first page.");
    }
}
