package org.vedette.gateway.responses;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;

/**
 * Lets scripts of any site read {@link AddressPolicy#OPEN open} addresses, without credentials, and no others. What a service
 * says about it does not count.
 */
@Component
class CorsHeaders {

    private static final String ANY = "*";
    private static final String METHODS = "GET, HEAD";

    /** {@code Authorization} is missing on purpose: what is open needs none. */
    private static final String REQUEST_HEADERS =
            "Accept, Cache-Control, If-Modified-Since, If-None-Match, Last-Event-ID, X-Request-Id, traceparent";

    private static final long ONE_DAY_IN_SECONDS = 86_400;

    void adjust(AddressPolicy policy, HttpHeaders response) {
        response.remove(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS);
        if (policy == AddressPolicy.OPEN) {
            response.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
            response.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANY);
        } else {
            response.remove(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
        }
    }

    /** The answer to a preflight request for an open address; {@link #adjust} adds the rest. */
    void allow(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.NO_CONTENT);
        var headers = response.getHeaders();
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
        headers.setAccessControlMaxAge(ONE_DAY_IN_SECONDS);
    }
}
