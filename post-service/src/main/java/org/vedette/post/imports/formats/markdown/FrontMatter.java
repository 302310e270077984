package org.vedette.post.imports.formats.markdown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.imports.formats.texts.YamlReader;

/** The fields above a text, in YAML between two lines of three hyphens; their names are read in any case. */
final class FrontMatter {

    private static final Pattern START = Pattern.compile("\\A---[ \\t]*(?:\\r?\\n|\\z)");
    private static final Pattern FENCED = Pattern.compile(
            "\\A---[ \\t]*\\r?\\n(.*?)^(?:---|\\.\\.\\.)[ \\t]*(?:\\r?\\n|\\z)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern TOML = Pattern.compile("\\A\\+\\+\\+[ \\t]*(?:\\r?\\n|\\z)");
    private static final Pattern JSON = Pattern.compile("\\A\\{\\s*\"");
    private static final List<String> TRUE = List.of("true", "yes", "y", "on", "1", "t");
    private static final List<String> FALSE = List.of("false", "no", "n", "off", "0", "f");

    private final Map<String, Object> fields;
    private final String yaml;

    private FrontMatter(Map<String, Object> fields, String yaml) {
        this.fields = fields;
        this.yaml = yaml;
    }

    /**
     * A text and the fields above it.
     *
     * @param body what follows, unchanged
     */
    record Parsed(FrontMatter fields, String body) {}

    /** @throws InvalidValueException when the fields cannot be read */
    static Parsed parse(String text) {
        if (TOML.matcher(text).find() || JSON.matcher(text).find()) {
            throw new InvalidValueException("its front matter is " + (text.startsWith("+") ? "TOML" : "JSON")
                    + ": write it as YAML between two lines of three hyphens, as \"hugo convert toYAML\" does");
        }
        if (!START.matcher(text).find()) {
            if (START.matcher(text.stripLeading()).find()) {
                throw new InvalidValueException("its front matter must begin in line 1, without blanks before it");
            }
            return new Parsed(new FrontMatter(Map.of(), ""), text);
        }
        var matcher = FENCED.matcher(text);
        if (!matcher.find()) {
            throw new InvalidValueException(
                    "its front matter begins in line 1 and has no end: write a line of three hyphens below it");
        }
        var yaml = matcher.group(1);
        return new Parsed(of(YamlReader.read(yaml, "its front matter"), yaml), text.substring(matcher.end()));
    }

    private static FrontMatter of(Map<?, ?> raw, String yaml) {
        var fields = new LinkedHashMap<String, Object>();
        raw.forEach((key, value) -> {
            var name = String.valueOf(key).strip().toLowerCase(Locale.ROOT);
            if (fields.put(name, value) != null) {
                throw new InvalidValueException("its front matter has " + name + " twice, in capitals and without");
            }
        });
        return new FrontMatter(fields, yaml);
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    private @Nullable Object value(String name) {
        return fields.get(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a field is there and says nothing. */
    boolean isBlank(String name) {
        return value(name) instanceof String text && text.isBlank();
    }

    /** The first of the names that has a text; null when none has. */
    @Nullable
    String text(String... names) {
        for (var name : names) {
            if (value(name) instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    /**
     * The only text of a field that decides who sees the post; empty when the field is not there.
     *
     * @throws InvalidValueException when it has none, or several
     */
    Optional<String> only(String name) {
        var value = value(name);
        if (value instanceof List<?> list && list.size() == 1) {
            value = list.get(0);
        }
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && !text.isBlank()) {
            return Optional.of(text.strip());
        }
        throw notUnderstood(name, value instanceof String ? "it is empty" : "it is no single value");
    }

    /**
     * Whether a field says yes; empty when it says neither yes nor no.
     *
     * @throws InvalidValueException as {@link #only} does
     */
    Optional<Boolean> flag(String name) {
        var text = only(name).map(value -> value.toLowerCase(Locale.ROOT)).orElse("");
        return TRUE.contains(text) ? Optional.of(true) : FALSE.contains(text) ? Optional.of(false) : Optional.empty();
    }

    /** What is said of a field that decides who sees the post, and whose value nobody understands. */
    InvalidValueException notUnderstood(String name, String why) {
        return new InvalidValueException("its " + name + " in line " + line(name) + " is not understood: " + why);
    }

    /** The line of the file that has a field. */
    private long line(String name) {
        var field = Pattern.compile("(?i)\\s*[\"']?" + Pattern.quote(name) + "[\"']?\\s*:.*");
        return yaml.lines().takeWhile(line -> !field.matcher(line).matches()).count() + 2;
    }

    /** The first of the names that has texts: a list, or one with commas between them. */
    List<String> texts(String... names) {
        for (var name : names) {
            var value = value(name);
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
        return value(name) instanceof List<?> list
                ? list.stream().flatMap(each -> group(each).stream()).toList()
                : List.of();
    }

    Optional<FrontMatter> group(String name) {
        return group(value(name));
    }

    private static Optional<FrontMatter> group(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? Optional.of(of(map, "")) : Optional.empty();
    }
}
