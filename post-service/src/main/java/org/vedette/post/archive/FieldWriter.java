package org.vedette.post.archive;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes named values as JSON, which is YAML as well (YAML 1.2 §1.3). The same values are always the same text, so that two exports can be
 * compared.
 */
final class FieldWriter {

    private FieldWriter() {}

    /** Front matter: a line for each value, between two lines of three hyphens. */
    static String frontMatter(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + value(field.getValue()) + "\n")
                .collect(Collectors.joining("", "---\n", "---\n"));
    }

    /** One line. */
    static String line(Map<String, ?> fields) {
        return value(fields) + "\n";
    }

    private static String value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(field -> quoted(String.valueOf(field.getKey())) + ": " + value(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(FieldWriter::value).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
            } else if (isPlain(character)) {
                quoted.appendCodePoint(character);
            } else {
                for (var unit : Character.toChars(character)) {
                    quoted.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return quoted.append('"').toString();
    }

    /** What no reader of JSON or YAML takes for anything but text. */
    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> Character.isSupplementaryCodePoint(character);
            default -> (character & 0xFFFE) != 0xFFFE;
        };
    }
}
