package org.vedette.gateway.requests;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options of {@code Connection}: names of fields that the sender means for the next recipient only, and that an
 * intermediary therefore removes (RFC 9110 §7.6.1).
 *
 * @param names in lower case
 */
public record ConnectionOptions(Set<String> names) {

    /**
     * Fields that say where a request ends, where it goes, who sends it and what is in it. Removed on the way, they would
     * make two recipients read two requests.
     */
    private static final Set<String> END_TO_END = Set.of(
            "accept",
            "authorization",
            "cache-control",
            "cookie",
            "expect",
            "forwarded",
            "host",
            "idempotency-key",
            "origin",
            "range",
            "traceparent",
            "tracestate",
            "transfer-encoding",
            "via");

    private static final List<String> END_TO_END_PREFIXES =
            List.of("accept-", "content-", "if-", "sec-", "x-csrf-", "x-forwarded-", "x-real-", "x-request-");

    public ConnectionOptions {
        names = Set.copyOf(names);
    }

    /** The options of all lines of the field. */
    public static ConnectionOptions of(List<String> lines) {
        return lines.isEmpty() ? new ConnectionOptions(Set.of()) : new ConnectionOptions(parse(lines));
    }

    private static Set<String> parse(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(option -> option.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a field is to be removed. No option removes a field that every recipient needs. */
    public boolean contain(String field) {
        var name = field.toLowerCase(Locale.ROOT);
        return names.contains(name) && !isEndToEnd(name);
    }

    /** An option that names a field which every recipient needs. */
    public Optional<String> endToEnd() {
        return names.stream().filter(ConnectionOptions::isEndToEnd).findFirst();
    }

    private static boolean isEndToEnd(String name) {
        return END_TO_END.contains(name) || END_TO_END_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
