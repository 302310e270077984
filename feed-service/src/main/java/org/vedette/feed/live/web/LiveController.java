package org.vedette.feed.live.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.DateParser;
import org.vedette.feed.live.LiveStreams;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.serving.web.QueryParameters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stream of live events. */
@RestController
class LiveController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String NEWEST = "newest";
    private static final long UNKNOWN_ID = Long.MIN_VALUE;

    private final LiveStreams streams;

    LiveController(LiveStreams streams) {
        this.streams = streams;
    }

    @GetMapping(Blog.LIVE)
    Mono<Void> live(ServerWebExchange exchange) {
        var newestPost = instant(
                QueryParameters.of(exchange.getRequest(), List.of(NEWEST)).text(NEWEST));
        var response = exchange.getResponse();
        describe(response.getHeaders());
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return response.setComplete();
        }
        var lastId = id(exchange.getRequest().getHeaders().getFirst(LAST_EVENT_ID));
        return send(streams.open(lastId, newestPost), response);
    }

    /** Flushes each event at once; all clients share its bytes. */
    private static Mono<Void> send(Flux<byte[]> events, ServerHttpResponse response) {
        return response.writeAndFlushWith(
                events.map(event -> Mono.just(response.bufferFactory().wrap(event))));
    }

    private static void describe(HttpHeaders headers) {
        headers.set(HttpHeaders.CONTENT_TYPE, "text/event-stream;charset=UTF-8");
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Null for a client that comes for the first time; what is none of our ids stands for an event that is not remembered. */
    private static @Nullable Long id(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        try {
            return Long.parseLong(id.strip());
        } catch (NumberFormatException notOurs) {
            return UNKNOWN_ID;
        }
    }

    private static @Nullable Instant instant(@Nullable String time) {
        if (time == null) {
            return null;
        }
        try {
            return DateParser.instant(time.strip());
        } catch (DateTimeException notATime) {
            throw RequestRejectedException.invalid(
                    "malformed-time",
                    "\"" + NEWEST + "\" must be the \"publishedAt\" of a post, such as 2026-11-28T09:30:00Z.");
        }
    }
}
