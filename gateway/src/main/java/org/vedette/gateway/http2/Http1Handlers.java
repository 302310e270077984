package org.vedette.gateway.http2;

import io.netty.channel.ChannelPipeline;

/** The handlers of an HTTP/1.1 connection. */
public interface Http1Handlers {

    /**
     * Adds them to a connection.
     *
     * @param codec name of the HTTP/1.1 codec in the pipeline
     */
    void addTo(ChannelPipeline pipeline, String codec);

    /** Removes them from a connection that turns out to be one of HTTP/2. */
    void removeFrom(ChannelPipeline pipeline);
}
