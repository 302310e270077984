package org.vedette.starter.api;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.reactive.accept.HeaderContentTypeResolver;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Reads the Accept header and ignores one that is malformed or lists more types than the framework sorts, as RFC 9110
 * §12.5.1 permits. The framework would fail on the latter, with a response of 500.
 */
final class AcceptHeaderResolver implements RequestedContentTypeResolver {

    private final RequestedContentTypeResolver header = new HeaderContentTypeResolver();

    @Override
    public List<MediaType> resolveMediaTypes(ServerWebExchange exchange) {
        try {
            return header.resolveMediaTypes(exchange);
        } catch (NotAcceptableStatusException | InvalidMimeTypeException unreadable) {
            return MEDIA_TYPE_ALL_LIST;
        }
    }
}
