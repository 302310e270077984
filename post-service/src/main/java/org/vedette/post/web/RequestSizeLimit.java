package org.vedette.post.web;

import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.vedette.post.PostServiceProperties;

/** Limits the size of a request to the largest body in its longest JSON encoding, plus room for the other fields. */
@Component
final class RequestSizeLimit implements WebFluxConfigurer {

    private static final int MAX_BYTES_PER_BYTE = 6;
    private static final int OTHER_FIELDS = 256 * 1024;

    private final int bytes;

    RequestSizeLimit(PostServiceProperties properties) {
        var largest = properties.maxBodySize().toBytes() * MAX_BYTES_PER_BYTE + OTHER_FIELDS;
        this.bytes = Math.toIntExact(largest);
    }

    int bytes() {
        return bytes;
    }

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
        codecs.defaultCodecs().maxInMemorySize(bytes);
    }
}
