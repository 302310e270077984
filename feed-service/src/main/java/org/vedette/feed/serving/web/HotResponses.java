package org.vedette.feed.serving.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.starter.http.ServedState;
import reactor.core.publisher.Mono;

/**
 * Sends what is in the cache before the framework handles the request, which saves most of its processor time (decision
 * 8). The framework does not count these responses in {@code http.server.requests}, so they have a counter of their own.
 * Every response, also an error, says how new the state is that it comes from.
 */
@Component
class HotResponses implements WebHttpHandlerBuilderCustomizer {

    private final ResponseCache cache;
    private final CachedResponseWriter writer;
    private final CurrentTimeline timeline;
    private final Counter sent;
    private final Counter notModified;

    HotResponses(ResponseCache cache, CachedResponseWriter writer, CurrentTimeline timeline, MeterRegistry meters) {
        this.cache = cache;
        this.writer = writer;
        this.timeline = timeline;
        this.sent = counter("sent", meters);
        this.notModified = counter("not_modified", meters);
    }

    @Override
    public void customize(WebHttpHandlerBuilder builder) {
        var unused = builder.httpHandlerDecorator(this::decorate);
    }

    HttpHandler decorate(HttpHandler framework) {
        return (request, response) -> {
            // Before the content is looked up, which is at least as new then.
            response.getHeaders().set(ServedState.HEADER, String.valueOf(timeline.appliedUpTo()));
            var cached = isRead(request) ? cache.getIfPresent(address(request)) : null;
            return cached == null ? framework.handle(request, response) : send(cached, request, response);
        };
    }

    private Mono<Void> send(CachedResponse cached, ServerHttpRequest request, ServerHttpResponse response) {
        var sending = writer.write(cached, request, response);
        (HttpStatus.NOT_MODIFIED.equals(response.getStatusCode()) ? notModified : sent).increment();
        return sending;
    }

    private static boolean isRead(ServerHttpRequest request) {
        return HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod());
    }

    private static String address(ServerHttpRequest request) {
        var uri = request.getURI();
        var query = uri.getRawQuery();
        return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }

    private static Counter counter(String outcome, MeterRegistry meters) {
        return Counter.builder("vedette.feed.hot.answers")
                .description("Responses sent from the cache before the framework, which http.server.requests omits")
                .tag("outcome", outcome)
                .register(meters);
    }
}
