package org.vedette.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class UpstreamFailureLogTests {

    private Instant now = Instant.parse("2026-11-30T10:00:00Z");
    private final UpstreamFailureLog failures = new UpstreamFailureLog(() -> now);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger().addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(lines);
    }

    @Test
    void aRequestThatAServiceFailedIsNamedWithItsId() {
        answered("req-1", 500);
        answered("req-2", 500);

        assertThat(logged())
                .containsExactly(
                        "GET /api/posts [req-1] was answered with 500 by post-service; its log says why",
                        "GET /api/posts [req-2] was answered with 500 by post-service; its log says why");
    }

    @Test
    void anOutageIsNamedOnceAMinute() {
        answered("req-1", 503);
        answered("req-2", 504);
        now = now.plusSeconds(61);
        answered("req-3", 503);

        assertThat(logged()).hasSize(2).last().asString().contains("[req-3]");
    }

    @Test
    void theSecretOfALinkIsNotLogged() {
        answered("/preview/links/a-secret", "req-1", 500);

        assertThat(logged())
                .singleElement()
                .asString()
                .contains("/preview/links/…")
                .doesNotContain("a-secret");
    }

    @Test
    void whatTheClientDidWrongIsNoFailure() {
        answered("req-1", 404);
        answered("req-2", 200);

        assertThat(logged()).isEmpty();
    }

    private void answered(String id, int status) {
        answered("/api/posts", id, status);
    }

    private void answered(String path, String id, int status) {
        var request = MockServerHttpRequest.get(path).header("X-Request-Id", id).build();
        failures.answered(request, "post-service", status);
    }

    private List<String> logged() {
        return lines.list.stream()
                .filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(UpstreamFailureLog.class);
    }
}
