package org.vedette.notification.bounces.mail.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A message, as far as reports need it.
 *
 * @param fields its own header fields
 * @param parts its parts with a content, except those within the message that it returns
 * @param returned the header fields of the message that it returns; empty when it returns none
 */
record ParsedMessage(Fields fields, List<Part> parts, Fields returned) {

    ParsedMessage {
        parts = List.copyOf(parts);
    }

    /** The text of the first part of a media type; null when there is none. */
    @Nullable
    String textOf(String... types) {
        return parts.stream()
                .filter(part -> List.of(types).contains(part.type()))
                .map(Part::text)
                .findFirst()
                .orElse(null);
    }

    /** The same with other fields of the returned message. */
    ParsedMessage returning(Fields other) {
        return new ParsedMessage(fields, parts, other);
    }

    /** A part with a content. */
    record Part(String type, String text) {}

    /** Header fields by their names, whose case does not matter. */
    static final class Fields {

        private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        void add(String name, String value) {
            values.computeIfAbsent(name.strip(), key -> new ArrayList<>()).add(value.strip());
        }

        /** The first value; empty when there is none. */
        String first(String name) {
            return Objects.requireNonNullElse(values.get(name), List.of("")).get(0);
        }

        List<String> all(String name) {
            return values.getOrDefault(name, List.of());
        }

        boolean has(String name) {
            return values.containsKey(name);
        }

        boolean isEmpty() {
            return values.isEmpty();
        }

        /** Whether the first value begins with a word, in any case. */
        boolean begins(String name, String word) {
            return first(name).toLowerCase(Locale.ROOT).startsWith(word);
        }
    }
}
