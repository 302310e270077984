package org.vedette.feed.serving.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.starter.http.ServedState;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends what is in the cache before the framework handles the request, which saves most of its processor time (decision
 * 8). The framework does not count these responses in {@code http.server.requests}, so they have a counter of their own.
 * Every response, also an error, says how new the state is that it comes from. A request that requires a newer state than this
 * instance has waits for it a moment, and is refused then, so that another instance can answer it.
 */
@Component
class HotResponses implements WebHttpHandlerBuilderCustomizer {

    /** An instance that works is behind for some milliseconds. */
    private static final Duration MAX_WAIT = Duration.ofMillis(300);

    private static final Duration POLL = Duration.ofMillis(20);

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
            var required = ServedState.parse(request.getHeaders().getFirst(ServedState.HEADER));
            return timeline.appliedUpTo() >= required
                    ? handle(framework, request, response)
                    : reaches(required)
                            .flatMap(reached -> reached ? handle(framework, request, response) : refuse(response));
        };
    }

    private Mono<Void> handle(HttpHandler framework, ServerHttpRequest request, ServerHttpResponse response) {
        // Before the content is looked up, which is at least as new then.
        sayState(response);
        var cached = isRead(request) ? cache.getIfPresent(address(request)) : null;
        return cached == null ? framework.handle(request, response) : send(cached, request, response);
    }

    private Mono<Boolean> reaches(long required) {
        return Flux.interval(POLL)
                .take(MAX_WAIT.dividedBy(POLL))
                .onBackpressureDrop()
                .any(tick -> timeline.appliedUpTo() >= required);
    }

    /** The gateway does not count it as a failure, and asks again, on a connection that may lead to another instance. */
    private Mono<Void> refuse(ServerHttpResponse response) {
        sayState(response);
        response.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        response.getHeaders().set(HttpHeaders.CONNECTION, "close");
        response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
        return response.setComplete();
    }

    private void sayState(ServerHttpResponse response) {
        response.getHeaders().set(ServedState.HEADER, String.valueOf(timeline.appliedUpTo()));
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
