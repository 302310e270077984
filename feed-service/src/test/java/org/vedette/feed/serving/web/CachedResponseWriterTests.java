package org.vedette.feed.serving.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.HandlerResult;
import org.vedette.feed.entries.updates.ChangeLag;
import reactor.core.publisher.Mono;

class CachedResponseWriterTests {

    private final CachedResponseWriter writer =
            new CachedResponseWriter(Clock.systemUTC(), new ChangeLag(Clock.systemUTC()));

    @Test
    void itHandlesWhatControllersReturnAndNothingElse() throws NoSuchMethodException {
        assertThat(writer.supports(result("page", null))).isTrue();
        assertThat(writer.supports(result("other", null))).isFalse();
    }

    @Test
    void theReturnedResponseIsWritten() throws NoSuchMethodException {
        var page = CachedResponse.ok("text/plain", "page".getBytes(UTF_8), CacheControlPolicy.FEED);

        var exchange = handle(Mono.just(page));

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(exchange.getResponse().getBodyAsString().block()).isEqualTo("page");
    }

    @Test
    void aRedirectHasItsLocationAndMustBeRevalidated() throws NoSuchMethodException {
        var exchange = handle(Mono.just(CachedResponse.movedPermanently("https://blog.example.org/posts/new")));

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.MOVED_PERMANENTLY);
        assertThat(exchange.getResponse().getHeaders().toSingleValueMap())
                .containsEntry(HttpHeaders.LOCATION, "https://blog.example.org/posts/new")
                .containsEntry(HttpHeaders.CACHE_CONTROL, "no-cache")
                .doesNotContainKey(HttpHeaders.ETAG);
    }

    @Test
    void aShortBodyIsNotCompressed() throws NoSuchMethodException {
        var page = CachedResponse.ok("text/plain", "x".repeat(511).getBytes(UTF_8), CacheControlPolicy.PAGE);

        var exchange = handle(Mono.just(page));

        assertThat(exchange.getResponse().getHeaders().containsHeader(HttpHeaders.CONTENT_ENCODING))
                .isFalse();
    }

    private MockServerWebExchange handle(Mono<CachedResponse> response) throws NoSuchMethodException {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/").header("Accept-Encoding", "gzip"));
        writer.handleResult(exchange, result("page", response)).block();
        return exchange;
    }

    private static HandlerResult result(String method, @Nullable Object value) throws NoSuchMethodException {
        var type = new MethodParameter(Objects.requireNonNull(Controller.class.getDeclaredMethod(method)), -1);
        return new HandlerResult(new Object(), value, type);
    }

    interface Controller {

        Mono<CachedResponse> page();

        Mono<String> other();
    }
}
