package org.vedette.post.web;

import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.vedette.post.PostServiceProperties;
import tools.jackson.databind.json.JsonMapper;

/**
 * Limits the size of a request to the largest body in its longest JSON encoding, plus room for the other fields, and takes UTF-8
 * only.
 */
@Component
final class RequestSizeLimit implements WebFluxConfigurer {

    private static final int MAX_BYTES_PER_BYTE = 6;
    private static final int OTHER_FIELDS = 256 * 1024;

    private final int bytes;
    private final JsonMapper json;

    RequestSizeLimit(PostServiceProperties properties, JsonMapper json) {
        var largest = properties.maxBodySize().toBytes() * MAX_BYTES_PER_BYTE + OTHER_FIELDS;
        this.bytes = Math.toIntExact(largest);
        this.json = json;
    }

    int bytes() {
        return bytes;
    }

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
        codecs.defaultCodecs().jacksonJsonDecoder(new Utf8JsonDecoder(json));
        codecs.defaultCodecs().maxInMemorySize(bytes);
    }
}
