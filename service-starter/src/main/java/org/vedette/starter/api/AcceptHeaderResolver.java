package org.vedette.starter.api;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.reactive.accept.HeaderContentTypeResolver;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Reads the Accept header and ignores one that is malformed or lists more types than the framework sorts, as RFC 9110
 * §12.5.1 permits. The framework would fail on the latter, with a response of 500.
 *
 * <p>A request that changes something gets what there is when it accepts nothing of it: the framework would notice only when
 * the change is done, and a client that is answered 406 makes it again.
 */
final class AcceptHeaderResolver implements RequestedContentTypeResolver {

    private static final Set<HttpMethod> READS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    private final RequestedContentTypeResolver header = new HeaderContentTypeResolver();

    @Override
    public List<MediaType> resolveMediaTypes(ServerWebExchange exchange) {
        var accepted = accepted(exchange);
        return READS.contains(exchange.getRequest().getMethod())
                ? accepted
                : Stream.concat(accepted.stream(), MEDIA_TYPE_ALL_LIST.stream()).toList();
    }

    private List<MediaType> accepted(ServerWebExchange exchange) {
        try {
            return header.resolveMediaTypes(exchange);
        } catch (NotAcceptableStatusException | InvalidMimeTypeException unreadable) {
            return MEDIA_TYPE_ALL_LIST;
        }
    }
}
