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

class HeadTimeoutTests {

    private final EmbeddedChannel connection =
            new EmbeddedChannel(new HttpServerCodec(), new HeadTimeout(Duration.ofSeconds(15)));

    @Test
    void aSilentConnectionIsClosed() {
        secondsPass(15);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void sendingByteByByteDoesNotHelp() {
        arrives("GET / HT");
        secondsPass(14);
        arrives("TP");

        secondsPass(1);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void whileWeOweTheAnswerTheConnectionStays() {
        arrives("GET / HTTP/1.1\r\n\r\n");

        secondsPass(60);

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void anInterimAnswerIsNotTheAnswer() {
        arrives("POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\n");
        answer(HttpResponseStatus.CONTINUE);

        secondsPass(60);

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void afterTheAnswerTheNextHeadIsDue() {
        arrives("GET / HTTP/1.1\r\n\r\n");
        secondsPass(60);
        answer(HttpResponseStatus.OK);

        secondsPass(15);

        assertThat(connection.isOpen()).isFalse();
    }

    private void arrives(String bytes) {
        connection.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.US_ASCII));
    }

    private void answer(HttpResponseStatus status) {
        connection.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
    }

    private void secondsPass(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }
}
