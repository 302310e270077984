package org.vedette.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestHeaderTimeoutHandlerTests {

    private final EmbeddedChannel connection =
            new EmbeddedChannel(new HttpServerCodec(), new RequestHeaderTimeoutHandler(Duration.ofSeconds(15)));

    @Test
    void anIdleConnectionIsClosed() {
        advanceSeconds(15);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void singleBytesDoNotRestartTheTimeout() {
        arrives("GET / HT");
        advanceSeconds(14);
        arrives("TP");

        advanceSeconds(1);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void theConnectionStaysOpenWhileAResponseIsPending() {
        arrives("GET / HTTP/1.1\r\n\r\n");

        advanceSeconds(60);

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void anInformationalResponseDoesNotStartTheTimeout() {
        arrives("POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\n");
        response(HttpResponseStatus.CONTINUE);

        advanceSeconds(60);

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void theTimeoutStartsAgainAfterTheResponse() {
        arrives("GET / HTTP/1.1\r\n\r\n");
        advanceSeconds(60);
        response(HttpResponseStatus.OK);

        advanceSeconds(15);

        assertThat(connection.isOpen()).isFalse();
    }

    private void arrives(String bytes) {
        connection.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.US_ASCII));
    }

    private void response(HttpResponseStatus status) {
        connection.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
    }

    private void advanceSeconds(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }
}
