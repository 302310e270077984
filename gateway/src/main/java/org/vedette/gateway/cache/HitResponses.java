package org.vedette.gateway.cache;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.vedette.gateway.requests.RequestHeaders;
import org.vedette.gateway.responses.ResponseHeaders;
import org.vedette.starter.http.ConditionalRequest;
import org.vedette.starter.problems.ProblemWriter;

/** Makes the responses to hits. All fields but three are the same for every client, and are completed once. */
@Component
class HitResponses {

    private static final HttpHeaders PLAIN = new HttpHeaders();
    private static final HttpHeaders COMPRESSED = new HttpHeaders();

    static {
        COMPRESSED.set(HttpHeaders.ACCEPT_ENCODING, "gzip");
    }

    private final StoredResponseWriter writer;
    private final RequestHeaders requestHeaders;
    private final ResponseHeaders responseHeaders;

    HitResponses(StoredResponseWriter writer, RequestHeaders requestHeaders, ResponseHeaders responseHeaders) {
        this.writer = writer;
        this.requestHeaders = requestHeaders;
        this.responseHeaders = responseHeaders;
    }

    /** Counts the response and makes it. */
    FullHttpResponse of(StoredResponse stored, CacheableRequest cacheable, HttpHeaders request) {
        writer.count(stored);
        var representation = stored.representation();
        var compressed = representation.isCompressed(cacheable.acceptsGzip());
        var notModified = ConditionalRequest.isNotModified(
                request, representation.entityTag(compressed), representation.lastModified());
        var headers = representation
                .completedHeaders(compressed, notModified, () -> completed(stored, cacheable, compressed, notModified))
                .copy();
        var age = stored.age().toSeconds();
        headers.set(HttpHeaderNames.AGE, String.valueOf(age));
        headers.set(StoredResponseWriter.CACHE_STATUS, stored.status().header(1 - age));
        headers.set(ProblemWriter.REQUEST_ID, requestHeaders.requestId(request));
        return new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                notModified ? HttpResponseStatus.NOT_MODIFIED : HttpResponseStatus.OK,
                notModified ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(representation.body(compressed)),
                headers,
                EmptyHttpHeaders.INSTANCE);
    }

    private DefaultHttpHeaders completed(
            StoredResponse stored, CacheableRequest cacheable, boolean compressed, boolean notModified) {
        var headers = new HttpHeaders();
        StoredResponseWriter.addHeaders(stored, compressed, notModified, headers);
        responseHeaders.complete(
                compressed ? COMPRESSED : PLAIN,
                URI.create(cacheable.target()).getPath(),
                notModified ? HttpStatus.NOT_MODIFIED : HttpStatus.OK,
                headers);
        var completed = new DefaultHttpHeaders();
        headers.forEach((name, values) -> completed.add(name, values));
        return completed;
    }
}
