package org.vedette.gateway.forwarding;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vedette.gateway.requests.ConnectionOptions;

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

    private final ConnectionOptions options;

    /** Includes the fields that these values of {@code Connection} name. */
    HopByHopHeaders(List<String> connection) {
        this.options = ConnectionOptions.of(connection);
    }

    boolean contain(String name) {
        return isAlways(name) || options.contain(name);
    }

    /** Whether a field is one of them whatever {@code Connection} says. */
    static boolean isAlways(String name) {
        return ALWAYS.contains(name.toLowerCase(Locale.ROOT));
    }
}
