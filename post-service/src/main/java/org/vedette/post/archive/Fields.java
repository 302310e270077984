package org.vedette.post.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.InvalidValueException;

/**
 * Named values of a file of an export, as they are read: texts, lists and groups of others. What is missing or wrong signals an
 * {@link InvalidValueException} that names the field.
 */
public final class Fields {

    private final Map<String, Object> values;

    public Fields(Map<String, Object> values) {
        this.values = values;
    }

    /** The text as it is; empty when there is none. */
    public String raw(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    public boolean has(String name) {
        return !raw(name).isEmpty();
    }

    public String text(String name) {
        if (!has(name)) {
            throw new InvalidValueException("has no field " + name);
        }
        return raw(name);
    }

    /** Null when there is none. */
    public @Nullable String optional(String name) {
        return has(name) ? raw(name) : null;
    }

    public Instant instant(String name) {
        return value(name, Instant::parse);
    }

    public long number(String name) {
        return value(name, Long::parseLong);
    }

    /** False when it is missing. */
    public boolean flag(String name) {
        return has(name)
                && value(name, text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new InvalidValueException("must be true or false");
                });
    }

    public <T> T value(String name, Function<String, T> reader) {
        return named(name, () -> reader.apply(text(name)));
    }

    /** Null when there is none. */
    public <T> @Nullable T optional(String name, Function<String, T> reader) {
        return has(name) ? value(name, reader) : null;
    }

    /** The texts of a list; none when it is missing. */
    public List<String> texts(String name) {
        return list(name).stream()
                .map(each -> {
                    if (each instanceof String text) {
                        return text;
                    }
                    throw new InvalidValueException("has a field " + name + " that is no list of texts");
                })
                .toList();
    }

    /** What a list is made of, each with fields of its own; none when it is missing. */
    public List<Fields> groups(String name) {
        return list(name).stream().map(each -> group(name, each)).toList();
    }

    public Optional<Fields> group(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> group(name, value));
    }

    private List<?> list(String name) {
        var value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new InvalidValueException("has a field " + name + " that is no list");
    }

    private static Fields group(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            var named = new LinkedHashMap<String, Object>();
            map.forEach((key, each) -> named.put(String.valueOf(key), each));
            return new Fields(named);
        }
        throw new InvalidValueException("has a field " + name + " without fields of its own");
    }

    /** Reads a value; says of which field it is when it is not valid. */
    public static <T> T named(String name, Reading<T> reading) {
        try {
            return reading.read();
        } catch (InvalidValueException invalid) {
            throw named(name, String.valueOf(invalid.getMessage()));
        } catch (DateTimeException invalid) {
            throw named(name, "is no date that exists");
        } catch (IllegalArgumentException invalid) {
            throw named(name, "is not valid");
        }
    }

    private static InvalidValueException named(String name, String message) {
        return new InvalidValueException(
                message.startsWith("has no field ") ? message : "has a " + name + " that " + message);
    }

    /** Reads a value that may be invalid. */
    @FunctionalInterface
    public interface Reading<T> {

        T read();
    }
}
