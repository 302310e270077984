package org.vedette.starter.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.vedette.starter.MayBlock;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Ends persistent connections when the service stops, before its port is closed: each response says {@code Connection: close}
 * (RFC 9112 §9.6) and is the last one of its connection. A connection that was closed without that word may already carry
 * the next request, which would be cut.
 *
 * <p>A handler of another protocol gets the event {@link #STARTED}.
 */
@MayBlock("the thread that stops the application")
public final class Draining implements NettyServerCustomizer, SmartLifecycle, ApplicationListener<ContextClosedEvent> {

    /** Event on each connection that is open when draining starts. */
    public static final Object STARTED = new Object();

    /** Stops before the web server, which stops at a phase of 1024 below. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 512;

    private static final AttributeKey<Draining> KEY = AttributeKey.valueOf("vedette.draining");
    private static final String NAME = "vedette.close-when-draining";

    private final ApplicationContext application;
    private final Duration limit;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private volatile boolean draining;
    private volatile boolean running;

    /**
     * @param application whose end starts it
     * @param limit how long connections are waited for
     */
    public Draining(ApplicationContext application, Duration limit) {
        this.application = application;
        this.limit = limit;
    }

    /** Whether the server of this connection is about to stop. */
    public static boolean of(Channel connection) {
        var draining = connection.attr(KEY).get();
        return draining != null && draining.draining;
    }

    /** Makes responses on a connection of HTTP/1.1 end it; where the protocol is still to be agreed, it has to be added later. */
    public static void addTo(ChannelPipeline pipeline) {
        if (pipeline.get(NettyPipeline.HttpTrafficHandler) != null && pipeline.get(NAME) == null) {
            pipeline.addAfter(NettyPipeline.HttpTrafficHandler, NAME, new CloseWhenDraining());
        }
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, address) -> {
            channel.attr(KEY).set(this);
            connections.add(channel);
            addTo(channel.pipeline());
        });
    }

    /** Starts at once, while listeners are still being stopped; children of the context tell of their end as well. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext() == application) {
            draining = true;
            connections.forEach(connection -> connection.pipeline().fireUserEventTriggered(STARTED));
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Waits until no connection is open, but not for ever: who sends nothing is not told either. */
    @Override
    public void stop() {
        running = false;
        connections.newCloseFuture().awaitUninterruptibly(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private static final class CloseWhenDraining extends ChannelOutboundHandlerAdapter {

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // The promise carries the outcome.
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof HttpResponse response
                    && response.status().codeClass() != HttpStatusClass.INFORMATIONAL
                    && of(context.channel())) {
                response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            }
            context.write(message, promise);
        }
    }
}
