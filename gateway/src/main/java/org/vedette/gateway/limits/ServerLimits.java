package org.vedette.gateway.limits;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import org.vedette.gateway.GatewayProperties;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Sets what the server itself must refuse: heads that cannot be read, and clients that take their time. */
@Component
class ServerLimits implements NettyServerCustomizer {

    private final GatewayProperties properties;
    private final HeadRefusals refusals;

    ServerLimits(GatewayProperties properties, HeadRefusals refusals) {
        this.properties = properties;
        this.refusals = refusals;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.requestTimeout(properties.bodyTimeout())
                .doOnChannelInit((observer, channel, address) -> channel.pipeline()
                        .addAfter(NettyPipeline.HttpCodec, "vedette.head-timeout", headTimeout())
                        .addAfter(NettyPipeline.HttpCodec, "vedette.head-guard", new HeadGuard(refusals)));
    }

    private HeadTimeout headTimeout() {
        return new HeadTimeout(properties.headTimeout());
    }
}
