package org.vedette.gateway.connections;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.http2.Http1Handlers;
import org.vedette.starter.netty.ReadAfterResponse;
import reactor.netty.http.server.HttpServer;

/** Adds what Netty enforces: the syntax of requests, timeouts for requests, and the timeout for responses. */
@Component
@EnableConfigurationProperties(ConnectionsProperties.class)
class ConnectionCustomizer implements NettyServerCustomizer, Http1Handlers {

    private final GatewayProperties gateway;
    private final ConnectionsProperties connections;
    private final RequestValidator validator;
    private final InvalidRequestResponses responses;
    private final Counter slowRequests;
    private final Counter unreadResponses;

    ConnectionCustomizer(
            GatewayProperties gateway,
            ConnectionsProperties connections,
            RequestValidator validator,
            InvalidRequestResponses responses,
            MeterRegistry meters) {
        this.gateway = gateway;
        this.connections = connections;
        this.validator = validator;
        this.responses = responses;
        this.slowRequests = counter("request", meters);
        this.unreadResponses = counter("response", meters);
    }

    private static Counter counter(String waitedFor, MeterRegistry meters) {
        return Counter.builder("vedette.gateway.connections.timeouts")
                .description("Connections that were closed because a client sent or read too slowly")
                .tag("waited.for", waitedFor)
                .register(meters);
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
                .addAfter(codec, "vedette.response-timeout", responseTimeout())
                .addAfter(codec, "vedette.request-timeout", requestTimeout())
                .addAfter(codec, "vedette.invalid-request", new InvalidRequestHandler(validator, responses, framing));
        ReadAfterResponse.addTo(pipeline);
    }

    @Override
    public void removeFrom(ChannelPipeline pipeline) {
        if (pipeline.get(RequestTimeoutHandler.class) != null) {
            pipeline.remove(RequestSyntaxHandler.class);
            pipeline.remove(ResponseTimeoutHandler.class);
            pipeline.remove(RequestTimeoutHandler.class);
            pipeline.remove(InvalidRequestHandler.class);
        }
    }

    private RequestTimeoutHandler requestTimeout() {
        return new RequestTimeoutHandler(
                gateway.headTimeout(), gateway.bodyTimeout(), connections.bodyRate(), slowRequests);
    }

    private ResponseTimeoutHandler responseTimeout() {
        return new ResponseTimeoutHandler(connections.writeTimeout(), unreadResponses);
    }
}
