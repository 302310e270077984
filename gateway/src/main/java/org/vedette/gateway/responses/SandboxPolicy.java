package org.vedette.gateway.responses;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/** Lets files that people uploaded do nothing but be shown. An error has a page, which has the policy of pages. */
final class SandboxPolicy {

    private static final String UPLOADS = "/media/";
    private static final String NOTHING = "default-src 'none'; sandbox";

    private SandboxPolicy() {}

    static void adjust(ServerHttpRequest request, ServerHttpResponse response) {
        if (request.getPath().value().startsWith(UPLOADS) && !isError(response.getStatusCode())) {
            response.getHeaders().set("Content-Security-Policy", NOTHING);
        }
    }

    /** A response without a status has 200. */
    private static boolean isError(@Nullable HttpStatusCode status) {
        return status != null && status.isError();
    }
}
