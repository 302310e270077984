package org.vedette.gateway.upstreams;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Tells the headers meant for the other end from those that concern one connection only (RFC 9110 §7.6.1). */
final class EndToEndHeaders {

    private static final Set<String> OF_A_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final List<String> named;

    /** Counts among the latter what these fields of {@code Connection} name. */
    EndToEndHeaders(List<String> connection) {
        this.named = connection.stream()
                .flatMap(options -> Stream.of(options.split(",")))
                .map(String::strip)
                .toList();
    }

    boolean include(String name) {
        return !OF_A_CONNECTION.contains(name.toLowerCase(Locale.ROOT))
                && named.stream().noneMatch(name::equalsIgnoreCase);
    }
}
