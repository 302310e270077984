package org.vedette.post.imports.formats.markdown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.imports.formats.texts.YamlReader;

/** The fields above a text, in YAML between two lines of three hyphens. */
final class FrontMatter {

    private static final Pattern FENCED = Pattern.compile(
            "\\A\\uFEFF?---[ \\t]*\\r?\\n(.*?)^---[ \\t]*(?:\\r?\\n|\\z)", Pattern.DOTALL | Pattern.MULTILINE);

    private final Map<String, Object> fields;

    private FrontMatter(Map<String, Object> fields) {
        this.fields = fields;
    }

    /**
     * A text and the fields above it.
     *
     * @param body what follows, unchanged
     */
    record Parsed(FrontMatter fields, String body) {}

    /** @throws InvalidValueException when the fields cannot be read */
    static Parsed parse(String text) {
        var start = text.startsWith("---") || text.startsWith("\uFEFF---");
        var matcher = FENCED.matcher(start ? text : "");
        if (!matcher.find()) {
            return new Parsed(new FrontMatter(Map.of()), text);
        }
        return new Parsed(
                new FrontMatter(YamlReader.read(matcher.group(1), "its front matter")), text.substring(matcher.end()));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The first of the names that has a text; null when none has. */
    @Nullable
    String text(String... names) {
        for (var name : names) {
            if (fields.get(name) instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    /** The first of the names that has texts: a list, or one with commas between them. */
    List<String> texts(String... names) {
        for (var name : names) {
            var value = fields.get(name);
            if (value instanceof List<?> list && !list.isEmpty()) {
                return list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
            }
            if (value instanceof String text && !text.isBlank()) {
                return List.of(text.split("\\s*,\\s*"));
            }
        }
        return List.of();
    }

    /** The values of a list that have fields of their own. */
    List<FrontMatter> groups(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream().flatMap(each -> group(each).stream()).toList()
                : List.of();
    }

    Optional<FrontMatter> group(String name) {
        return group(fields.get(name));
    }

    private static Optional<FrontMatter> group(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var named = new LinkedHashMap<String, Object>();
            map.forEach((key, each) -> named.put(String.valueOf(key), each));
            return Optional.of(new FrontMatter(named));
        }
        return Optional.empty();
    }
}
