package org.vedette.gateway.forwarding;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The fields that concern a single connection and that an intermediary must not forward (RFC 9110 §7.6.1). */
final class HopByHopHeaders {

    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final List<String> connectionOptions;

    /** Includes the fields that these values of {@code Connection} name. */
    HopByHopHeaders(List<String> connection) {
        this.connectionOptions = connection.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .toList();
    }

    boolean contain(String name) {
        return ALWAYS.contains(name.toLowerCase(Locale.ROOT))
                || connectionOptions.stream().anyMatch(name::equalsIgnoreCase);
    }
}
