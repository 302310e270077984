package org.vedette.feed.serving.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends a finished answer, or word that the reader has it already. */
@Component
public final class RenditionWriter {

    private static final HttpStatusCode NOT_MODIFIED = HttpStatusCode.valueOf(304);

    /** A date of whole seconds cannot tell two changes of one second apart, so it says nothing until that has passed. */
    private static final Duration UNCLEAR = Duration.ofSeconds(2);

    private final Clock clock;

    RenditionWriter(Clock clock) {
        this.clock = clock;
    }

    public Mono<Void> write(Rendition rendition, ServerHttpRequest request, ServerHttpResponse response) {
        var zipped = rendition.isCompressible() && Encodings.takesGzip(request.getHeaders());
        var headers = response.getHeaders();
        headers.set(HttpHeaders.CACHE_CONTROL, rendition.freshness().cacheControl());
        var location = rendition.location();
        if (location != null) {
            response.setRawStatusCode(rendition.status());
            headers.setLocation(URI.create(location));
            return response.setComplete();
        }
        describe(rendition, zipped, headers);
        if (Validators.confirm(
                request.getHeaders(), rendition.tag(zipped), headers.getFirst(HttpHeaders.LAST_MODIFIED))) {
            response.setStatusCode(NOT_MODIFIED);
            return response.setComplete();
        }
        return send(rendition, zipped, response);
    }

    private void describe(Rendition rendition, boolean zipped, HttpHeaders headers) {
        headers.set(HttpHeaders.ETAG, rendition.tag(zipped));
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        var date = rendition.date();
        if (date != null && date.plus(UNCLEAR).isBefore(clock.instant())) {
            headers.set(HttpHeaders.LAST_MODIFIED, HttpDates.of(date));
        }
    }

    private static Mono<Void> send(Rendition rendition, boolean zipped, ServerHttpResponse response) {
        var bytes = rendition.bytes(zipped);
        var headers = response.getHeaders();
        response.setRawStatusCode(rendition.status());
        headers.set(HttpHeaders.CONTENT_TYPE, rendition.type());
        headers.setContentLength(bytes.length);
        if (zipped) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }
}
