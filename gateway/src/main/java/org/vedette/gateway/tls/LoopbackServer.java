package org.vedette.gateway.tls;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.stereotype.Component;
import org.vedette.gateway.GatewayProperties;
import org.vedette.starter.MayBlock;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * Answers without TLS on the loopback address, for programs of the same machine, which do not know the gateway by the name in its
 * certificate: the other services of standalone fetch the keys here.
 */
@Component
@ConditionalOnProperty(LoopbackServer.PORT)
@MayBlock("the thread that starts and stops the application")
class LoopbackServer implements SmartLifecycle {

    static final String PORT = "vedette.gateway.loopback-port";

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final AtomicReference<@Nullable DisposableServer> running = new AtomicReference<>();
    private final HttpServer server;

    LoopbackServer(HttpHandler handler, ReactorResourceFactory resources, GatewayProperties properties) {
        this.server = HttpServer.create()
                .runOn(resources.getLoopResources())
                .host(InetAddress.getLoopbackAddress().getHostAddress())
                .port(properties.loopbackPort())
                .handle(new ReactorHttpHandlerAdapter(handler));
    }

    @Override
    public void start() {
        running.set(server.bindNow(TIMEOUT));
    }

    @Override
    public void stop() {
        var current = running.getAndSet(null);
        if (current != null) {
            current.disposeNow(TIMEOUT);
        }
    }

    @Override
    public boolean isRunning() {
        return running.get() != null;
    }
}
