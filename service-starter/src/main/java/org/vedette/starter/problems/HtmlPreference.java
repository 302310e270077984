package org.vedette.starter.problems;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** Tells browsers from programs by the Accept header (RFC 9110 §12.5.1). */
public final class HtmlPreference {

    private static final List<MediaType> JSON = List.of(MediaType.APPLICATION_PROBLEM_JSON, MediaType.APPLICATION_JSON);

    private HtmlPreference() {}

    /** Whether a request names HTML, and names it before any JSON. A wildcard alone comes from a program. */
    public static boolean isPreferred(ServerHttpRequest request) {
        for (var type : acceptedTypes(request)) {
            if (type.isWildcardType() || JSON.stream().anyMatch(type::includes)) {
                return false;
            }
            if (type.includes(MediaType.TEXT_HTML)) {
                return true;
            }
        }
        return false;
    }

    private static List<MediaType> acceptedTypes(ServerHttpRequest request) {
        try {
            var types = new ArrayList<>(request.getHeaders().getAccept());
            types.removeIf(type -> type.getQualityValue() == 0);
            MimeTypeUtils.sortBySpecificity(types);
            return types;
        } catch (InvalidMediaTypeException | InvalidMimeTypeException malformed) {
            return List.of();
        }
    }
}
