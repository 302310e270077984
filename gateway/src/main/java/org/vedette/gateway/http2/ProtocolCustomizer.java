package org.vedette.gateway.http2;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpServerCodec;
import java.util.Objects;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.transport.ConnectionCounters;
import org.vedette.gateway.transport.ConnectionsProperties;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Adds the handlers of the protocol that a connection speaks: at once where only HTTP/1.1 is possible, otherwise when client and
 * server have agreed.
 */
@Component
class ProtocolCustomizer implements NettyServerCustomizer {

    /** What browsers need; a client may not keep more requests in progress at once. */
    private static final long MAX_STREAMS = 100;

    private final Http1Handlers http1;
    private final InvalidStreamResponses responses;
    private final GatewayProperties properties;
    private final ConnectionsProperties connections;
    private final ConnectionCounters counters;
    private final long maxHeaderSize;

    ProtocolCustomizer(
            Http1Handlers http1,
            InvalidStreamResponses responses,
            GatewayProperties properties,
            ConnectionsProperties connections,
            ConnectionCounters counters,
            ServerProperties server) {
        this.http1 = http1;
        this.responses = responses;
        this.properties = properties;
        this.connections = connections;
        this.counters = counters;
        this.maxHeaderSize = server.getMaxHttpRequestHeaderSize().toBytes();
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.http2Settings(
                        settings -> settings.maxHeaderListSize(maxHeaderSize).maxConcurrentStreams(MAX_STREAMS))
                .doOnChannelInit((observer, channel, address) -> addTo(channel.pipeline()));
    }

    private void addTo(ChannelPipeline pipeline) {
        if (pipeline.get(NettyPipeline.HttpCodec) != null) {
            http1.addTo(pipeline, NettyPipeline.HttpCodec);
        } else if (pipeline.get(NettyPipeline.H2OrHttp11Codec) != null) {
            pipeline.addAfter(
                    NettyPipeline.H2OrHttp11Codec,
                    "vedette.protocol",
                    new NegotiatedProtocolHandler(this::addNegotiated));
        } else {
            addCleartext(pipeline);
        }
    }

    /** Begins with HTTP/1.1, until the client has sent the preface of HTTP/2 (RFC 9113 §3.3). */
    private void addCleartext(ChannelPipeline pipeline) {
        var codec = Objects.requireNonNull(pipeline.context(HttpServerCodec.class), "a codec for HTTP/1.1")
                .name();
        pipeline.addAfter(codec, "vedette.protocol", new NegotiatedProtocolHandler(this::addNegotiated))
                .addAfter(codec, "vedette.no-upgrade", new NoUpgradeHandler());
        http1.addTo(pipeline, codec);
    }

    private void addNegotiated(ChannelPipeline pipeline) {
        if (pipeline.get(NettyPipeline.H2MultiplexHandler) == null) {
            http1.addTo(pipeline, NettyPipeline.HttpCodec);
            return;
        }
        http1.removeFrom(pipeline);
        if (pipeline.get(NoUpgradeHandler.class) != null) {
            pipeline.remove(NoUpgradeHandler.class);
        }
        pipeline.addBefore(
                        NettyPipeline.H2MultiplexHandler,
                        "vedette.stream-requests",
                        new StreamRequestHandler(
                                responses,
                                properties.headTimeout(),
                                properties.bodyTimeout(),
                                connections.bodyRate(),
                                counters))
                .addBefore(
                        NettyPipeline.H2MultiplexHandler,
                        "vedette.stream-responses",
                        new StreamResponseHandler(connections.writeTimeout(), counters.unreadResponses()))
                .addBefore(NettyPipeline.H2MultiplexHandler, "vedette.draining", new DrainingConnectionHandler());
    }
}
