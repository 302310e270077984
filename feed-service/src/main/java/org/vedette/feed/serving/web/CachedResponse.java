package org.vedette.feed.serving.web;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.vedette.starter.http.ConditionalRequest;
import org.vedette.starter.http.ContentCodings;

/**
 * A complete response that can be sent any number of times, in either content coding. It depends on nothing but its
 * content, so it is equal on every instance, except for its date.
 */
public final class CachedResponse {

    private static final int MIN_LENGTH_TO_COMPRESS = 512;

    /** Bytes an entry of the cache takes beside body and address: 278 were measured; the gzip copy adds some. */
    private static final int OVERHEAD = 320;

    private final HttpStatus status;
    private final String contentType;
    private final @Nullable String location;
    private final CacheControlPolicy cacheControl;
    private final String entityTag;
    private final @Nullable Instant lastModified;
    private final byte[] body;
    private final AtomicReference<byte @Nullable []> gzipBody;

    private CachedResponse(
            HttpStatus status, String contentType, @Nullable String location, CacheControlPolicy policy, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.location = location;
        this.cacheControl = policy;
        this.entityTag = ConditionalRequest.entityTag(body);
        this.lastModified = null;
        this.body = body;
        this.gzipBody = new AtomicReference<>();
    }

    private CachedResponse(CachedResponse same, Instant lastModified) {
        this.status = same.status;
        this.contentType = same.contentType;
        this.location = same.location;
        this.cacheControl = same.cacheControl;
        this.entityTag = same.entityTag;
        this.lastModified = lastModified;
        this.body = same.body;
        this.gzipBody = same.gzipBody;
    }

    /**
     * A page, a feed or data.
     *
     * @param contentType its media type
     * @param body its bytes, which must not change any more
     */
    public static CachedResponse ok(String contentType, byte[] body, CacheControlPolicy policy) {
        return new CachedResponse(HttpStatus.OK, contentType, null, policy, body);
    }

    /** A redirect (301) to what the public must not see. */
    public static CachedResponse movedPrivately(String location) {
        return new CachedResponse(
                HttpStatus.MOVED_PERMANENTLY, "text/plain", location, CacheControlPolicy.PRIVATE, new byte[0]);
    }

    /** A redirect (301). Caches revalidate it: a post that moves back would otherwise lead readers in a circle. */
    public static CachedResponse movedPermanently(String location) {
        return new CachedResponse(
                HttpStatus.MOVED_PERMANENTLY, "text/plain", location, CacheControlPolicy.NO_CACHE, new byte[0]);
    }

    /** The same response with the date before which its content may have been different; it may differ by instance. */
    CachedResponse lastModified(Instant date) {
        return new CachedResponse(this, date);
    }

    HttpStatus status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    @Nullable
    String location() {
        return location;
    }

    CacheControlPolicy cacheControl() {
        return cacheControl;
    }

    @Nullable
    Instant lastModified() {
        return lastModified;
    }

    /** A picture is compressed already. */
    boolean isCompressible() {
        return body.length >= MIN_LENGTH_TO_COMPRESS && !contentType.startsWith("image/");
    }

    String entityTag(boolean gzip) {
        return gzip ? ConditionalRequest.gzipped(entityTag) : entityTag;
    }

    byte[] body(boolean gzip) {
        return gzip ? gzipBody() : body;
    }

    /** Bytes of memory: the body, and half as much for its gzip copy, which is ample for text. */
    public int weight() {
        return OVERHEAD + body.length + body.length / 2;
    }

    /** Compresses on first use; two concurrent first requests may both do so. */
    private byte[] gzipBody() {
        var known = gzipBody.get();
        if (known != null) {
            return known;
        }
        var compressed = ContentCodings.gzip(body);
        gzipBody.set(compressed);
        return compressed;
    }
}
