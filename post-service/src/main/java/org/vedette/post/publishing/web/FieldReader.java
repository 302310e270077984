package org.vedette.post.publishing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.publishing.PublishingException.FieldError;
import org.vedette.post.publishing.PublishingException.InvalidPostException;

/** Converts fields to values of the domain and collects all violations, so that one response reports them all. */
public final class FieldReader {

    private final List<FieldError> errors = new ArrayList<>();

    /** Converts a required field. */
    public <T> Optional<T> required(String field, @Nullable String raw, Function<String, T> reader) {
        if (raw == null) {
            refuse(field, "is missing");
            return Optional.empty();
        }
        return read(field, raw, reader);
    }

    /** Converts an optional field; a blank one counts as missing. */
    public <T> Optional<T> optional(String field, @Nullable String raw, Function<String, T> reader) {
        return raw == null || raw.isBlank() ? Optional.empty() : read(field, raw, reader);
    }

    /** Converts an optional field that means something when it is there: a blank one is refused, and not taken as missing. */
    public <T> Optional<T> given(String field, @Nullable String raw, Function<String, T> reader) {
        return raw == null ? Optional.empty() : read(field, raw, reader);
    }

    /** Converts the elements of an optional list, which must not be null. */
    public <R, T> List<T> each(String field, @Nullable List<@Nullable R> raws, int max, Function<R, T> reader) {
        return each(field, raws, max, (entry, raw) -> read(entry, raw, reader));
    }

    /** Converts the elements of an optional list with a reader that refuses parts of an element by their own names. */
    <R, T> List<T> each(
            String field, @Nullable List<@Nullable R> raws, int max, BiFunction<String, R, Optional<T>> reader) {
        var values = new ArrayList<T>();
        var size = raws == null ? 0 : raws.size();
        if (raws == null || size > max) {
            check(field, size <= max, "must have at most " + max + " entries, has " + size);
            return values;
        }
        for (var i = 0; i < size; i++) {
            var raw = raws.get(i);
            var entry = field + "[" + i + "]";
            check(entry, raw != null, "must not be null");
            Optional.ofNullable(raw)
                    .flatMap(present -> reader.apply(entry, present))
                    .ifPresent(values::add);
        }
        return values;
    }

    /** Converts a value that is present. */
    <R, T> Optional<T> read(String field, R raw, Function<R, T> reader) {
        try {
            return Optional.of(reader.apply(raw));
        } catch (InvalidValueException invalid) {
            refuse(field, String.valueOf(invalid.getMessage()));
        }
        return Optional.empty();
    }

    public void refuse(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /**
     * Builds the result.
     *
     * @throws InvalidPostException when a field was refused
     */
    public <T> T build(Supplier<T> result) {
        if (!errors.isEmpty()) {
            throw new InvalidPostException(errors);
        }
        return result.get();
    }

    private void check(String field, boolean valid, String message) {
        if (!valid) {
            refuse(field, message);
        }
    }
}
