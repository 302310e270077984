package org.vedette.starter.problems;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Renders problems as HTML pages. A service without such a bean sends JSON to everybody. */
public interface ProblemPage {

    /**
     * Renders a problem as a page.
     *
     * @param requestId what to quote when asking about the problem; null when the request has no id
     * @return UTF-8 bytes of the whole page
     */
    byte[] render(Problem problem, @Nullable String requestId);

    /** Whether the client of a request gets the page rather than JSON. */
    default boolean isFor(ServerHttpRequest request) {
        return HtmlPreference.isPreferred(request);
    }
}
