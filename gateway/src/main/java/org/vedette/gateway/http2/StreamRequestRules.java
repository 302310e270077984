package org.vedette.gateway.http2;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http2.Http2Headers;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vedette.gateway.requests.HostField;

/** What the headers of a request must be (RFC 9113 §8.2, §8.3), beyond what the decoder refuses. */
final class StreamRequestRules {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** They belong to a connection of HTTP/1.1, and could be taken for framing behind the gateway (§8.2.2). */
    private static final Set<String> OF_A_CONNECTION =
            Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade");

    private static final Pattern NAME = Pattern.compile(":?[!#$%&'*+.^_`|~0-9a-z-]+");
    private static final Pattern INVALID_VALUE = Pattern.compile("[\\x00\\r\\n]|^[ \\t]|[ \\t]$");
    private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e\\x80-\\xff]*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private StreamRequestRules() {}

    /**
     * What is wrong with a request; empty when it is valid.
     *
     * @param complete whether the request ends with its headers
     */
    static Optional<String> violation(Http2Headers headers, boolean complete) {
        return Stream.of(
                        violationOfFields(headers),
                        violationOfTarget(headers),
                        violationOfAuthority(headers),
                        violationOfLength(headers, complete))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> violationOfFields(Http2Headers headers) {
        for (var field : headers) {
            var name = field.getKey().toString();
            if (!NAME.matcher(name).matches()
                    || INVALID_VALUE.matcher(field.getValue()).find()) {
                return Optional.of("A header has a character that is not allowed (RFC 9113 §8.2.1).");
            }
            if (OF_A_CONNECTION.contains(name) || (name.equals("te") && !"trailers".contentEquals(field.getValue()))) {
                return Optional.of("The header %s does not exist in HTTP/2 (RFC 9113 §8.2.2).".formatted(name));
            }
        }
        return headers.getAll(HttpHeaderNames.AUTHORIZATION).size() > 1
                ? Optional.of("There is more than one Authorization. Send one.")
                : Optional.empty();
    }

    private static Optional<String> violationOfTarget(Http2Headers headers) {
        var valid = hasOne(headers, ":method")
                && hasOne(headers, ":scheme")
                && hasOne(headers, ":path")
                && !headers.contains(":protocol")
                && SCHEMES.contains(String.valueOf(headers.scheme()))
                && isPath(String.valueOf(headers.path()));
        return valid
                ? Optional.empty()
                : Optional.of("There must be one :method, one :scheme and one :path that starts with a slash (RFC 9113"
                        + " §8.3.1).");
    }

    /** Spring creates a URI from host and path, and fails where that is impossible. */
    private static boolean isPath(String path) {
        try {
            return PATH.matcher(path).matches() && !new URI("http://localhost" + path).isOpaque();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<String> violationOfAuthority(Http2Headers headers) {
        var authorities = Stream.concat(
                        headers.getAll(":authority").stream(), headers.getAll(HttpHeaderNames.HOST).stream())
                .map(CharSequence::toString)
                .toList();
        var valid = !authorities.isEmpty()
                && authorities.stream().distinct().count() == 1
                && headers.getAll(":authority").size() <= 1
                && headers.getAll(HttpHeaderNames.HOST).size() <= 1
                && HostField.isValid(authorities.get(0));
        return valid
                ? Optional.empty()
                : Optional.of("There must be one :authority of the form host or host:port (RFC 9113 §8.3.1).");
    }

    private static Optional<String> violationOfLength(Http2Headers headers, boolean complete) {
        List<CharSequence> lengths = headers.getAll(HttpHeaderNames.CONTENT_LENGTH);
        if (lengths.isEmpty()) {
            return Optional.empty();
        }
        var length = lengths.get(0).toString();
        var valid =
                lengths.size() == 1 && DIGITS.matcher(length).matches() && (!complete || Long.parseLong(length) == 0);
        return valid
                ? Optional.empty()
                : Optional.of("Content-Length is not the length of the body (RFC 9113 §8.1.1).");
    }

    private static boolean hasOne(Http2Headers headers, String name) {
        return headers.getAll(name).size() == 1;
    }
}
