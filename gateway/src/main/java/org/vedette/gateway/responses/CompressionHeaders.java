package org.vedette.gateway.responses;

import java.util.Locale;
import java.util.Set;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/**
 * Weakens the entity tag of a response that the server may compress, because a strong tag identifies exact bytes
 * (RFC 9110 §8.8.1), and adds {@code Accept-Encoding} to its {@code Vary}. A content type that is never compressed,
 * above all the API's JSON, keeps its strong tag, which {@code If-Match} needs; so does a response that a service has
 * encoded itself.
 */
@Component
class CompressionHeaders {

    private static final String WEAK = "W/";

    private final Set<String> compressible;

    CompressionHeaders(ServerProperties server) {
        var compression = server.getCompression();
        this.compressible = compression.getEnabled() ? Set.of(compression.getAllMimeTypes()) : Set.of();
    }

    void adjust(HttpHeaders request, HttpStatusCode status, HttpHeaders response) {
        if (mayBeCompressed(response)) {
            addVary(response);
            if (request.containsHeader(HttpHeaders.ACCEPT_ENCODING)) {
                weaken(response);
            }
        } else if (HttpStatus.NOT_MODIFIED.equals(status) && validatesWeakTag(request, response)) {
            addVary(response);
            weaken(response);
        }
    }

    private boolean mayBeCompressed(HttpHeaders response) {
        var type = response.getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null
                && !response.containsHeader(HttpHeaders.CONTENT_ENCODING)
                && compressible.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Whether a 304 validates a compressed representation. The 304 has no content type, so the decision rests on the
     * tag the client stored (RFC 9111 §4.3.4).
     */
    private static boolean validatesWeakTag(HttpHeaders request, HttpHeaders response) {
        var tag = response.getFirst(HttpHeaders.ETAG);
        var stored = request.getFirst(HttpHeaders.IF_NONE_MATCH);
        return tag != null && stored != null && stored.contains(WEAK + tag);
    }

    private static void addVary(HttpHeaders response) {
        if (response.getVary().stream().noneMatch(HttpHeaders.ACCEPT_ENCODING::equalsIgnoreCase)) {
            response.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }

    private static void weaken(HttpHeaders response) {
        var tag = response.getFirst(HttpHeaders.ETAG);
        if (tag != null && !tag.startsWith(WEAK)) {
            response.set(HttpHeaders.ETAG, WEAK + tag);
        }
    }
}
