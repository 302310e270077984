package org.vedette.gateway.answers;

import java.util.Locale;
import java.util.Set;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Keeps entity tags honest where the server may compress: the bytes then differ from those the tag was made of, so the
 * tag becomes a weak one (RFC 9110 §8.8.1). What is never compressed, the API's JSON above all, keeps its strong tag,
 * which {@code If-Match} needs; so does what a service has compressed itself.
 */
@Component
class CompressedVariants {

    private static final String WEAK = "W/";

    private final Set<String> compressible;

    CompressedVariants(ServerProperties server) {
        var compression = server.getCompression();
        this.compressible = compression.getEnabled() ? Set.of(compression.getAllMimeTypes()) : Set.of();
    }

    void mark(ServerWebExchange exchange) {
        var answer = exchange.getResponse().getHeaders();
        if (mayBeCompressed(answer)) {
            varyByEncoding(answer);
            if (exchange.getRequest().getHeaders().containsHeader(HttpHeaders.ACCEPT_ENCODING)) {
                weaken(answer);
            }
        } else if (confirmsWeakTag(exchange)) {
            varyByEncoding(answer);
            weaken(answer);
        }
    }

    private boolean mayBeCompressed(HttpHeaders answer) {
        var type = answer.getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null
                && !answer.containsHeader(HttpHeaders.CONTENT_ENCODING)
                && compressible.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    /** A 304 has no type to judge by; what the client holds says which variant it confirms (RFC 9111 §4.3.4). */
    private static boolean confirmsWeakTag(ServerWebExchange exchange) {
        var tag = exchange.getResponse().getHeaders().getFirst(HttpHeaders.ETAG);
        var held = exchange.getRequest().getHeaders().getFirst(HttpHeaders.IF_NONE_MATCH);
        return tag != null
                && held != null
                && held.contains(WEAK + tag)
                && HttpStatus.NOT_MODIFIED.equals(exchange.getResponse().getStatusCode());
    }

    private static void varyByEncoding(HttpHeaders answer) {
        if (answer.getVary().stream().noneMatch(HttpHeaders.ACCEPT_ENCODING::equalsIgnoreCase)) {
            answer.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }

    private static void weaken(HttpHeaders answer) {
        var tag = answer.getFirst(HttpHeaders.ETAG);
        if (tag != null && !tag.startsWith(WEAK)) {
            answer.set(HttpHeaders.ETAG, WEAK + tag);
        }
    }
}
