package org.vedette.feed.serving.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A finished answer that can be sent any number of times: its bytes, the same compressed, and what caches are told. Made
 * of nothing but content, so it is equal on every instance, but for its date.
 */
public final class Rendition {

    private static final int OK = 200;
    private static final int MOVED_PERMANENTLY = 301;
    private static final int WORTH_COMPRESSING = 512;

    /** What one takes in a cache beside its bytes and its address: 278 were measured, and the compressed come to these. */
    private static final int OVERHEAD = 320;

    private final int status;
    private final @Nullable String location;
    private final String type;
    private final byte[] plain;
    private final AtomicReference<byte @Nullable []> compressed;
    private final Freshness freshness;
    private final String tag;
    private final @Nullable Instant date;

    private Rendition(int status, @Nullable String location, String type, byte[] plain, Freshness freshness) {
        this.status = status;
        this.location = location;
        this.type = type;
        this.plain = plain;
        this.compressed = new AtomicReference<>();
        this.freshness = freshness;
        this.tag = ContentTag.of(plain);
        this.date = null;
    }

    private Rendition(Rendition same, Instant date) {
        this.status = same.status;
        this.location = same.location;
        this.type = same.type;
        this.plain = same.plain;
        this.compressed = same.compressed;
        this.freshness = same.freshness;
        this.tag = same.tag;
        this.date = date;
    }

    /**
     * A page, a feed or a piece of data.
     *
     * @param type its media type
     * @param content its bytes, which are not to change any more
     */
    public static Rendition of(String type, byte[] content, Freshness freshness) {
        return new Rendition(OK, null, type, content, freshness);
    }

    /** What is elsewhere, until it moves on or back: whoever remembered the way would be led in a circle then. */
    public static Rendition moved(String address) {
        return new Rendition(MOVED_PERMANENTLY, address, "text/plain", new byte[0], Freshness.CHECKED);
    }

    /** The same with a date, before which anything in it may have been otherwise. Only the date may differ between instances. */
    Rendition dated(Instant date) {
        return new Rendition(this, date);
    }

    int status() {
        return status;
    }

    @Nullable
    String location() {
        return location;
    }

    String type() {
        return type;
    }

    Freshness freshness() {
        return freshness;
    }

    @Nullable
    Instant date() {
        return date;
    }

    boolean isCompressible() {
        return plain.length >= WORTH_COMPRESSING;
    }

    /** The entity tag of the bytes that are sent: a compressed answer is another sequence of bytes (RFC 9110 §8.8.3.3). */
    String tag(boolean zipped) {
        return zipped ? tag.substring(0, tag.length() - 1) + "-gzip\"" : tag;
    }

    byte[] bytes(boolean zipped) {
        return zipped ? compressed() : plain;
    }

    /** Bytes of memory: what there is plain, and half as much for the same compressed, which for text is more than enough. */
    int weight() {
        return OVERHEAD + plain.length + plain.length / 2;
    }

    /** Compressed when somebody takes it so for the first time; at worst two do so at once. */
    private byte[] compressed() {
        var known = compressed.get();
        if (known != null) {
            return known;
        }
        var made = compress(plain);
        compressed.set(made);
        return made;
    }

    private static byte[] compress(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 2);
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
