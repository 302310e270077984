package org.vedette.gateway.connections;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import org.vedette.starter.ThreadConfined;

/** What the decoder has found out about the end of the request that is arriving; without it, lengths would be read twice. */
@ThreadConfined("the event loop of the channel")
class RequestFraming {

    private boolean chunked;
    private long length;

    /** The header of a request has been decoded. */
    void set(HttpRequest request) {
        chunked = HttpUtil.isTransferEncodingChunked(request);
        length = chunked ? 0 : HttpUtil.getContentLength(request, 0L);
    }

    boolean isChunked() {
        return chunked;
    }

    /** Bytes of a body that is not chunked. */
    long length() {
        return length;
    }
}
