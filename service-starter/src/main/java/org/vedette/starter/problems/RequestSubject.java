package org.vedette.starter.problems;

import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What log lines call a request: its method, its path without a secret, and its id. */
public final class RequestSubject {

    /** Whoever knows the last segment sees a draft. */
    private static final Pattern SECRET = Pattern.compile("(/preview/links/).+");

    private RequestSubject() {}

    public static String of(ServerHttpRequest request) {
        var id = request.getHeaders().getFirst(ProblemWriter.REQUEST_ID);
        var path = SECRET.matcher(request.getPath().value()).replaceFirst("$1…");
        return request.getMethod() + " " + path + (id == null ? "" : " [" + id + "]");
    }
}
