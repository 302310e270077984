package org.vedette.gateway.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.vedette.starter.http.ConditionalRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends stored responses, or 304 (Not Modified) to a client that holds the representation that is stored. */
@Component
class StoredResponseWriter {

    /** RFC 9211. */
    static final String CACHE_STATUS = "Cache-Status";

    private static final String CONTENT_FIELDS = "content-";

    /** Sending copies a buffer out of the heap as a whole, which a client that does not read would hold. */
    static final int SEGMENT_BYTES = 64 * 1024;

    private final Map<CacheStatus, Counter> counters = new EnumMap<>(CacheStatus.class);

    StoredResponseWriter(MeterRegistry meters) {
        for (var status : CacheStatus.values()) {
            counters.put(
                    status,
                    Counter.builder("vedette.gateway.cache.responses")
                            .description("Responses from the cache; http.server.requests has only those that waited")
                            .tag("outcome", status.tag())
                            .register(meters));
        }
    }

    Mono<Void> write(
            StoredResponse stored, CacheableRequest cacheable, ServerHttpRequest request, ServerHttpResponse response) {
        count(stored);
        var representation = stored.representation();
        var compressed = representation.isCompressed(cacheable.acceptsGzip());
        var tag = representation.entityTag(compressed);
        var notModified = ConditionalRequest.isNotModified(request.getHeaders(), tag, representation.lastModified());
        addHeaders(stored, compressed, notModified, response.getHeaders());
        if (notModified) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            return response.setComplete();
        }
        response.setStatusCode(HttpStatus.OK);
        return response.writeWith(segments(representation.body(compressed), response.bufferFactory()));
    }

    void count(StoredResponse stored) {
        Objects.requireNonNull(counters.get(stored.status())).increment();
    }

    /** The headers of a response, as far as they do not depend on the client. */
    static void addHeaders(StoredResponse stored, boolean compressed, boolean notModified, HttpHeaders headers) {
        var representation = stored.representation();
        representation.headers().forEach((name, values) -> {
            if (!notModified || !name.regionMatches(true, 0, CONTENT_FIELDS, 0, CONTENT_FIELDS.length())) {
                headers.put(name, values);
            }
        });
        headers.set(HttpHeaders.ETAG, representation.entityTag(compressed));
        headers.set(HttpHeaders.AGE, String.valueOf(stored.age().toSeconds()));
        headers.set(CACHE_STATUS, stored.status().header(1 - stored.age().toSeconds()));
        if (!notModified) {
            headers.setContentLength(representation.body(compressed).length);
            if (compressed) {
                headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
        }
    }

    private static Publisher<DataBuffer> segments(byte[] body, DataBufferFactory buffers) {
        return body.length <= SEGMENT_BYTES
                ? Mono.fromSupplier(() -> buffers.wrap(body))
                : Flux.range(0, (body.length + SEGMENT_BYTES - 1) / SEGMENT_BYTES)
                        .map(number -> segment(body, number * SEGMENT_BYTES, buffers));
    }

    private static DataBuffer segment(byte[] body, int offset, DataBufferFactory buffers) {
        return buffers.wrap(ByteBuffer.wrap(body, offset, Math.min(SEGMENT_BYTES, body.length - offset)));
    }
}
