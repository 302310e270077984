package org.vedette.gateway.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
import org.springframework.util.unit.DataSize;

class RequestTimeoutHandlerTests {

    private static final long NOTHING_SCHEDULED = -1;

    private final MeterRegistry meters = new SimpleMeterRegistry();

    private final EmbeddedChannel connection = new EmbeddedChannel(
            new HttpServerCodec(),
            new RequestTimeoutHandler(
                    Duration.ofSeconds(15), Duration.ofSeconds(60), DataSize.ofBytes(1), meters.counter("timeouts")));

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

        advanceSeconds(59);

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

    @Test
    void aRequestThatDoesNotArriveAsAWholeIsEnded() {
        arrives("POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\n");
        advanceSeconds(59);
        arrives("a");

        advanceSeconds(1);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aRequestThatDoesNotArriveIsCounted() {
        arrives("POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\n");

        advanceSeconds(60);

        assertThat(meters.counter("timeouts").count()).isEqualTo(1);
    }

    @Test
    void aLargeBodyMayArriveLaterAsLongAsItArrivesFastEnough() {
        arrives("POST / HTTP/1.1\r\nContent-Length: 1000\r\n\r\n");
        arrives("x".repeat(60));
        advanceSeconds(60);
        assertThat(connection.isOpen()).isTrue();
        arrives("x".repeat(59));

        advanceSeconds(60);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aResponseBeforeTheEndOfTheRequestDoesNotProlongIt() {
        arrives("POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\n");
        advanceSeconds(30);
        response(HttpResponseStatus.NOT_FOUND);
        advanceSeconds(29);
        arrives("a");
        assertThat(connection.isOpen()).isTrue();

        advanceSeconds(1);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void theEndOfARequestThatWasAnsweredBeforeStartsTheTimeoutForTheNext() {
        arrives("POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\n");
        response(HttpResponseStatus.NOT_FOUND);
        arrives("a");
        advanceSeconds(14);
        assertThat(connection.isOpen()).isTrue();

        advanceSeconds(1);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aRequestThatHasArrivedLeavesNoTimer() {
        for (int number = 0; number < 100; number++) {
            arrives("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\n");
            arrives("abc");
        }

        assertThat(connection.runScheduledPendingTasks()).isEqualTo(NOTHING_SCHEDULED);
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
