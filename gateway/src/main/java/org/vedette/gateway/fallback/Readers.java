package org.vedette.gateway.fallback;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** Tells people from programs by what they accept. */
final class Readers {

    private static final List<MediaType> FOR_PROGRAMS =
            List.of(MediaType.APPLICATION_PROBLEM_JSON, MediaType.APPLICATION_JSON);

    private Readers() {}

    /** Whether HTML is named, and named before any JSON; a mere wildcard is a program's. */
    static boolean preferPage(ServerHttpRequest request) {
        for (var type : accepted(request)) {
            if (type.isWildcardType() || FOR_PROGRAMS.stream().anyMatch(type::includes)) {
                return false;
            }
            if (type.includes(MediaType.TEXT_HTML)) {
                return true;
            }
        }
        return false;
    }

    private static List<MediaType> accepted(ServerHttpRequest request) {
        try {
            var types = new ArrayList<>(request.getHeaders().getAccept());
            types.removeIf(type -> type.getQualityValue() == 0);
            MimeTypeUtils.sortBySpecificity(types);
            return types;
        } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
            return List.of();
        }
    }
}
