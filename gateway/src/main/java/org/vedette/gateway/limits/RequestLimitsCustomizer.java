package org.vedette.gateway.limits;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import org.vedette.gateway.GatewayProperties;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Adds the limits that Netty enforces: timeouts for request headers and bodies, and the validation of headers. */
@Component
class RequestLimitsCustomizer implements NettyServerCustomizer {

    private final GatewayProperties properties;
    private final RequestHeaderValidator validator;

    RequestLimitsCustomizer(GatewayProperties properties, RequestHeaderValidator validator) {
        this.properties = properties;
        this.validator = validator;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, address) -> channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, "vedette.request-timeout", timeout())
                .addAfter(NettyPipeline.HttpCodec, "vedette.invalid-request", new InvalidRequestHandler(validator)));
    }

    private RequestTimeoutHandler timeout() {
        return new RequestTimeoutHandler(properties.headTimeout(), properties.bodyTimeout());
    }
}
