package org.vedette.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vedette.gateway.cache.CacheHitHandler.Responder;

class CacheHitHandlerTests {

    private final List<FullHttpResponse> made = new ArrayList<>();
    private final Responder hits = this::responseTo;
    private final SlowClient client = new SlowClient();
    private final EmbeddedChannel connection = new EmbeddedChannel(client, new CacheHitHandler(hits));

    @Test
    void aHitIsNotPassedOn() {
        request("/hit");

        assertThat(connection.inboundMessages()).isEmpty();
        assertThat(client.written).containsExactlyElementsOf(made);
        assertThat(made).hasSize(1);
    }

    @Test
    void whileAResponseIsOutstandingAHitIsPassedOn() {
        request("/other");
        request("/hit");

        assertThat(passedOn()).containsExactly("/other", "/hit");
        assertThat(made).isEmpty();
    }

    @Test
    void whenAllResponsesHaveEndedHitsAreAnsweredHereAgain() {
        request("/other");
        respond();
        request("/hit");

        assertThat(passedOn()).containsExactly("/other");
        assertThat(made).hasSize(1);
    }

    @Test
    void anInterimResponseEndsNothing() {
        request("/other");
        connection.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        request("/hit");

        assertThat(made).isEmpty();
    }

    @Test
    void aClientThatReadsNothingIsNotSentMore() {
        client.reads = false;

        request("/hit");
        request("/hit");
        request("/hit");

        assertThat(made).hasSize(1);
        assertThat(passedOn()).containsExactly("/hit", "/hit");
    }

    @Test
    void theNextRequestIsReadWhenTheResponseHasBeenSent() {
        client.reads = false;
        request("/hit");
        var before = client.readRequests;

        client.readAll();

        assertThat(client.readRequests).isEqualTo(before + 1);
    }

    @Test
    void aResponseWhoseRequestDoesNotEndIsReleased() {
        connection.writeInbound(head("/hit"));

        connection.finishAndReleaseAll();

        assertThat(made).hasSize(1).allMatch(response -> response.refCnt() == 0);
    }

    private void request(String target) {
        connection.writeInbound(head(target), LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void respond() {
        connection.writeOutbound(
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK),
                LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private List<String> passedOn() {
        return connection.inboundMessages().stream()
                .filter(HttpRequest.class::isInstance)
                .map(request -> ((HttpRequest) request).uri())
                .toList();
    }

    private static HttpRequest head(String target) {
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, target);
    }

    private @Nullable FullHttpResponse responseTo(HttpRequest request, Channel channel) {
        if (!request.uri().equals("/hit")) {
            return null;
        }
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.copiedBuffer(new byte[10]));
        made.add(response);
        return response;
    }

    /** Stands for the socket: what is written is sent as soon as the client reads. */
    private static final class SlowClient extends ChannelOutboundHandlerAdapter {

        private final List<Object> written = new ArrayList<>();
        private final Deque<ChannelPromise> waiting = new ArrayDeque<>();
        private boolean reads = true;
        private int readRequests;

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            written.add(message);
            waiting.add(promise);
            if (reads) {
                readAll();
            }
        }

        @Override
        public void read(ChannelHandlerContext context) {
            readRequests++;
            context.read();
        }

        void readAll() {
            while (!waiting.isEmpty()) {
                waiting.remove().setSuccess();
            }
        }
    }
}
