package org.vedette.gateway.cache;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.vedette.starter.http.ConditionalRequest;
import org.vedette.starter.http.ServedState;
import org.vedette.starter.problems.ProblemWriter;

/** What a public address shows: the fields of its 200 (OK) response and its content, as it is and compressed. */
final class Representation {

    /** Of one response; anything larger is passed on without being stored. */
    static final int MAX_LENGTH = 8 * 1024 * 1024;

    private static final String GZIP = "gzip";

    private static final Pattern POSITIVE_MAX_AGE = Pattern.compile("max-age=0*[1-9]\\d*");
    private static final Set<String> FORBIDDING = Set.of("no-store", "no-cache", "private");

    /** An estimate of the memory that the fields take. */
    private static final int OVERHEAD = 4_000;

    /** Belong to one message, or are set again for each response. */
    private static final Set<String> PER_RESPONSE = Set.of(
            "connection",
            "keep-alive",
            "transfer-encoding",
            "content-length",
            "content-encoding",
            "etag",
            "date",
            "age",
            ServedState.HEADER.toLowerCase(Locale.ROOT),
            ProblemWriter.REQUEST_ID.toLowerCase(Locale.ROOT));

    private final HttpHeaders headers;
    private final @Nullable Instant lastModified;
    private final String entityTag;
    private final byte[] plain;
    private final byte @Nullable [] gzip;
    private final boolean complete;

    /** The completed headers of responses: plain and compressed, of 200 and of 304. */
    private final AtomicReferenceArray<@Nullable DefaultHttpHeaders> completed = new AtomicReferenceArray<>(4);

    private Representation(
            HttpHeaders headers, String entityTag, byte[] plain, byte @Nullable [] gzip, boolean complete) {
        this.headers = HttpHeaders.readOnlyHttpHeaders(headers);
        this.lastModified = lastModified(headers);
        this.entityTag = entityTag;
        this.plain = plain;
        this.gzip = gzip;
        this.complete = complete;
    }

    private static @Nullable Instant lastModified(HttpHeaders headers) {
        var millis = headers.getLastModified();
        return millis < 0 ? null : Instant.ofEpochMilli(millis);
    }

    /** Whether a cache may store a 200 response with these fields and send it to anybody (RFC 9111 §3). */
    static boolean isStorable(HttpHeaders headers) {
        var tag = headers.getFirst(HttpHeaders.ETAG);
        return allowsSharedCache(headers.getOrEmpty(HttpHeaders.CACHE_CONTROL))
                && headers.getContentLength() >= 0
                && headers.getContentLength() <= MAX_LENGTH
                && tag != null
                && tag.startsWith("\"")
                && !headers.containsHeader(HttpHeaders.SET_COOKIE)
                && headers.getVary().stream().allMatch(HttpHeaders.ACCEPT_ENCODING::equalsIgnoreCase)
                && List.of(GZIP).containsAll(headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING));
    }

    /** Whether the directives (RFC 9111 §5.2.2) allow a shared cache to send a response again, for a second at least. */
    private static boolean allowsSharedCache(List<String> cacheControl) {
        var directives = cacheControl.stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(directive -> directive.strip().toLowerCase(Locale.ROOT))
                .toList();
        return directives.contains("public")
                && directives.stream().anyMatch(POSITIVE_MAX_AGE.asMatchPredicate())
                && directives.stream().noneMatch(FORBIDDING::contains);
    }

    /**
     * A representation as it came from a service; empty when its content is not what its fields say.
     *
     * @param gzipOffered whether the request accepted gzip
     */
    static Optional<Representation> of(HttpHeaders received, byte[] body, boolean gzipOffered) {
        var headers = new HttpHeaders();
        received.forEach((name, values) -> {
            if (!PER_RESPONSE.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, List.copyOf(values));
            }
        });
        var tag = String.valueOf(received.getFirst(HttpHeaders.ETAG));
        if (!received.containsHeader(HttpHeaders.CONTENT_ENCODING)) {
            return Optional.of(new Representation(
                    headers, tag, body, null, gzipOffered || received.getVary().isEmpty()));
        }
        return decompressed(body)
                .map(plain -> new Representation(headers, ConditionalRequest.plain(tag), plain, body, true));
    }

    private static Optional<byte[]> decompressed(byte[] body) {
        try (var content = new GZIPInputStream(new ByteArrayInputStream(body))) {
            var plain = content.readNBytes(MAX_LENGTH + 1);
            return plain.length > MAX_LENGTH ? Optional.empty() : Optional.of(plain);
        } catch (IOException notGzip) {
            return Optional.empty();
        }
    }

    /** Whether it holds what a client gets that accepts gzip, or that does not. */
    boolean suits(boolean acceptsGzip) {
        return complete || !acceptsGzip;
    }

    /** Whether such a client gets the compressed content. */
    boolean isCompressed(boolean acceptsGzip) {
        return acceptsGzip && gzip != null;
    }

    HttpHeaders headers() {
        return headers;
    }

    /**
     * The headers of a response with this representation that are the same for every client; not to be changed.
     *
     * @param complete completes them for the first one
     */
    DefaultHttpHeaders completedHeaders(
            boolean compressed, boolean notModified, Supplier<DefaultHttpHeaders> complete) {
        var variant = (compressed ? 2 : 0) + (notModified ? 1 : 0);
        var known = completed.get(variant);
        if (known != null) {
            return known;
        }
        var made = complete.get();
        completed.set(variant, made);
        return made;
    }

    /** Null when the response does not say it. */
    @Nullable
    Instant lastModified() {
        return lastModified;
    }

    String entityTag(boolean compressed) {
        return compressed ? ConditionalRequest.gzipped(entityTag) : entityTag;
    }

    byte[] body(boolean compressed) {
        return compressed && gzip != null ? gzip : plain;
    }

    /** The memory it takes, in bytes. */
    int weight() {
        return OVERHEAD + plain.length + (gzip == null ? 0 : gzip.length);
    }
}
