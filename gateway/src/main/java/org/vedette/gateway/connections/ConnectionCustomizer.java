package org.vedette.gateway.connections;

import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.cache.CacheHits;
import org.vedette.gateway.http2.Http1Handlers;
import org.vedette.gateway.transport.ConnectionCounters;
import org.vedette.gateway.transport.ConnectionsProperties;
import org.vedette.starter.netty.Draining;
import org.vedette.starter.netty.ReadAfterResponse;
import reactor.netty.http.server.HttpServer;

/** Adds what Netty does: it enforces the syntax of requests and timeouts of requests and responses, and sends what is cached. */
@Component
class ConnectionCustomizer implements NettyServerCustomizer, Http1Handlers {

    private static final String CACHE_HITS = "vedette.cache-hits";

    private final GatewayProperties gateway;
    private final ConnectionsProperties connections;
    private final RequestValidator validator;
    private final InvalidRequestResponses responses;
    private final CacheHits hits;
    private final ConnectionCounters counters;

    ConnectionCustomizer(
            GatewayProperties gateway,
            ConnectionsProperties connections,
            RequestValidator validator,
            InvalidRequestResponses responses,
            CacheHits hits,
            ConnectionCounters counters) {
        this.gateway = gateway;
        this.connections = connections;
        this.validator = validator;
        this.responses = responses;
        this.hits = hits;
        this.counters = counters;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.childOption(
                ChannelOption.SO_SNDBUF,
                Math.toIntExact(connections.sendBuffer().toBytes()));
    }

    @Override
    public void addTo(ChannelPipeline pipeline, String codec) {
        var framing = new RequestFraming();
        pipeline.addBefore(codec, "vedette.request-syntax", new RequestSyntaxHandler(framing))
                .addAfter(codec, CACHE_HITS, hits.newHandler())
                .addAfter(codec, "vedette.response-timeout", responseTimeout())
                .addAfter(codec, "vedette.request-timeout", requestTimeout())
                .addAfter(codec, "vedette.invalid-request", new InvalidRequestHandler(validator, responses, framing));
        ReadAfterResponse.addTo(pipeline);
        Draining.addTo(pipeline);
    }

    @Override
    public void removeFrom(ChannelPipeline pipeline) {
        if (pipeline.get(RequestTimeoutHandler.class) != null) {
            pipeline.remove(RequestSyntaxHandler.class);
            pipeline.remove(ResponseTimeoutHandler.class);
            pipeline.remove(RequestTimeoutHandler.class);
            pipeline.remove(InvalidRequestHandler.class);
            pipeline.remove(CACHE_HITS);
        }
    }

    private RequestTimeoutHandler requestTimeout() {
        return new RequestTimeoutHandler(
                gateway.headTimeout(), gateway.bodyTimeout(), connections.bodyRate(), counters.slowRequests());
    }

    private ResponseTimeoutHandler responseTimeout() {
        return new ResponseTimeoutHandler(connections.writeTimeout(), counters.unreadResponses());
    }
}
