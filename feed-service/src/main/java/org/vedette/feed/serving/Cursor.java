package org.vedette.feed.serving;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.timeline.SortKey;

/**
 * An opaque cursor: where a page ended. It holds a sort key and no offset, so pages neither repeat nor omit a post when
 * others are published meanwhile.
 */
public final class Cursor {

    /** Name of the query parameter with a cursor. */
    public static final String PARAMETER = "cursor";

    private static final byte VERSION = 1;
    private static final int BYTES = 1 + Long.BYTES + 2 * Long.BYTES;

    private Cursor() {}

    public static String encode(SortKey sortKey) {
        var bytes = ByteBuffer.allocate(BYTES)
                .put(VERSION)
                .putLong(sortKey.at().toEpochMilli())
                .putLong(sortKey.id().getMostSignificantBits())
                .putLong(sortKey.id().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Parses the parameter {@code cursor} of an address that ignores what it does not know.
     *
     * @param values every value it was given; null when it was not
     * @return null for the first page
     * @throws RequestRejectedException when it is repeated or not one of ours
     */
    public static @Nullable SortKey parse(@Nullable List<String> values) {
        if (values == null || values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw RequestRejectedException.repeated(PARAMETER);
        }
        var cursor = values.get(0);
        return cursor == null || cursor.isBlank() ? null : decode(cursor);
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
                "The cursor is none of ours. Take that of the next page from an answer as it is, or leave it out to"
                        + " start with the first page.");
    }
}
