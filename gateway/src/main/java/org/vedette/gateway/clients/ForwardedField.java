package org.vedette.gateway.clients;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** A header field in which proxies name whom they received a request from. */
enum ForwardedField {
    /** Addresses separated by commas. */
    X_FORWARDED_FOR("X-Forwarded-For") {
        @Override
        String node(String element) {
            return element;
        }
    },

    /** The {@code for} parameters of RFC 7239 §5.2. */
    FORWARDED("Forwarded") {
        @Override
        String node(String element) {
            return split(element, ';').stream()
                    .map(String::strip)
                    .filter(pair -> pair.regionMatches(true, 0, FOR, 0, FOR.length()))
                    .map(pair -> unquote(pair.substring(FOR.length()).strip()))
                    .findFirst()
                    .orElse(UNKNOWN);
        }
    };

    private static final String FOR = "for=";
    private static final String UNKNOWN = "unknown";

    private final String fieldName;

    ForwardedField(String fieldName) {
        this.fieldName = fieldName;
    }

    /** What the proxies have named, the nearest one first. */
    List<String> nodes(HttpHeaders headers) {
        var nodes = new ArrayList<String>();
        for (var line : headers.getOrEmpty(fieldName)) {
            split(line, ',').forEach(element -> nodes.add(node(element.strip())));
        }
        Collections.reverse(nodes);
        return nodes;
    }

    /** The node that an element of the field names. */
    abstract String node(String element);

    /**
     * Splits outside of quoted strings, from the end. So a quotation mark without its counterpart, which a client wrote,
     * does not swallow what a proxy has added after it.
     */
    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        var quoted = false;
        var end = text.length();
        for (var index = text.length() - 1; index >= 0; index--) {
            var character = text.charAt(index);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == separator && !quoted) {
                parts.add(text.substring(index + 1, end));
                end = index;
            }
        }
        parts.add(text.substring(0, end));
        Collections.reverse(parts);
        return parts;
    }

    private static String unquote(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
