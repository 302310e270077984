package org.vedette.gateway.cache;

import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.vedette.gateway.requests.RequestHeaders;
import org.vedette.gateway.responses.ResponseHeaders;
import reactor.core.publisher.Mono;

/** Responds from the cache before the framework handles a request, which saves most of its processor time. */
@Component
class CacheHandler implements WebHttpHandlerBuilderCustomizer {

    private final EdgeCache cache;
    private final StoredResponseWriter writer;
    private final RequestHeaders requestHeaders;
    private final ResponseHeaders responseHeaders;

    CacheHandler(
            EdgeCache cache,
            StoredResponseWriter writer,
            RequestHeaders requestHeaders,
            ResponseHeaders responseHeaders) {
        this.cache = cache;
        this.writer = writer;
        this.requestHeaders = requestHeaders;
        this.responseHeaders = responseHeaders;
    }

    @Override
    public void customize(WebHttpHandlerBuilder builder) {
        var unused = builder.httpHandlerDecorator(this::decorate);
    }

    private HttpHandler decorate(HttpHandler framework) {
        return (request, response) -> {
            var cacheable = CacheableRequest.of(request).orElse(null);
            var stored = cacheable == null ? null : cache.find(cacheable);
            return stored == null || cacheable == null
                    ? framework.handle(request, response)
                    : send(stored, cacheable, request, response);
        };
    }

    private Mono<Void> send(
            StoredResponse stored, CacheableRequest cacheable, ServerHttpRequest request, ServerHttpResponse response) {
        requestHeaders.identify(request);
        response.beforeCommit(() -> Mono.fromRunnable(() -> responseHeaders.complete(request, response)));
        return writer.write(stored, cacheable, request, response);
    }
}
