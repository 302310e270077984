package org.vedette.post.studio.progress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.post.Submissions.aSubmission;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Slug;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class ProgressReaderTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
    private static final Duration TIMEOUT = Duration.ofMillis(200);

    private final DisposableServer silent = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> Mono.never())
            .bindNow();

    @AfterEach
    void stop() {
        silent.disposeNow(Duration.ofSeconds(5));
    }

    @Test
    void servicesThatDoNotAnswerKeepNobodyWaiting() {
        var address = URI.create("http://127.0.0.1:" + silent.port());
        var reader = new ProgressReader(new ProgressProperties(address, address, TIMEOUT));
        var posts = IntStream.range(0, 10).mapToObj(number -> post(number)).toList();

        var lines = reader.of(posts, MockServerWebExchange.from(MockServerHttpRequest.get("/studio")))
                .blockOptional(Duration.ofSeconds(2));

        assertThat(lines.orElse(Map.of()).values())
                .hasSize(10)
                .allSatisfy(line -> assertThat(line).isEqualTo("Page: unknown · Alert: unknown"));
    }

    private static Post post(int number) {
        var id = new PostId(new UUID(0, number));
        var content = aSubmission().build().content();
        return new Draft(id, Revision.FIRST, new Slug("post-" + number), content, null, NOW).published(NOW);
    }
}
