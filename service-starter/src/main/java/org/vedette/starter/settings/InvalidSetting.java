package org.vedette.starter.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;
import org.vedette.starter.failures.Failures;

/** A setting whose value is not allowed, in one line: what it is called, what it is, and what it may be. */
public final class InvalidSetting {

    private static final int MAX_LENGTH = 200;
    private static final Pattern SECRET = Pattern.compile("password|secret|token|key|uri", Pattern.CASE_INSENSITIVE);

    /** A setting of a service that a variable overrides. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(VEDETTE_[A-Z0-9_]+)");

    private static final Map<Class<?>, String> ALLOWED = Map.ofEntries(
            Map.entry(Duration.class, "a duration, such as 500ms, 30s, 10m or 48h"),
            Map.entry(DataSize.class, "a size, such as 64KB, 20MB or 1GB"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(Integer.class, "a whole number"),
            Map.entry(Long.class, "a whole number"),
            Map.entry(Double.class, "a number"),
            Map.entry(URI.class, "an address, such as https://blog.example.org"),
            Map.entry(Path.class, "the path of a file or directory"),
            Map.entry(ZoneId.class, "a time zone, such as UTC or Europe/Vienna"));

    private InvalidSetting() {}

    /** The line; empty when the failure is another one. */
    public static Optional<String> describe(Throwable failure) {
        return Failures.find(failure, SettingException.class)
                .map(Throwable::getMessage)
                .or(() -> Failures.find(failure, BindException.class).map(InvalidSetting::line));
    }

    private static String line(BindException failure) {
        var name = failure.getName().toString();
        var property = failure.getProperty();
        if (property == null) {
            return name + " is not valid: " + sentence(reason(failure));
        }
        var value = SECRET.matcher(name).find() ? "secret" : "\"" + printable(value(failure, property)) + "\"";
        return "%s (%s) is %s, but must be %s"
                .formatted(name, variable(name, property), value, sentence(allowed(failure)));
    }

    /** What was to be converted; the property itself may be a placeholder of ours for a variable. */
    private static @Nullable Object value(BindException failure, ConfigurationProperty property) {
        return Failures.find(failure, ConversionFailedException.class)
                .map(ConversionFailedException::getValue)
                .orElse(property.getValue());
    }

    private static String variable(String name, ConfigurationProperty property) {
        var placeholder = PLACEHOLDER.matcher(String.valueOf(property.getValue()));
        return placeholder.lookingAt() ? placeholder.group(1) : variable(name);
    }

    /** As an environment variable spells it. */
    private static String variable(String name) {
        return name.replace("-", "").replaceAll("[.\\[]", "_").replace("]", "").toUpperCase(Locale.ROOT);
    }

    private static String allowed(BindException failure) {
        var type = type(failure);
        if (type == null) {
            return "of another form: " + reason(failure);
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of: ", ""));
        }
        var known = ALLOWED.get(ClassUtils.resolvePrimitiveIfNecessary(type));
        return known == null ? "of another form: " + reason(failure) : known;
    }

    private static @Nullable Class<?> type(BindException failure) {
        return failure.getTarget().getType().resolve();
    }

    private static String reason(BindException failure) {
        var invalid = Failures.find(failure, BindValidationException.class)
                .flatMap(validation ->
                        validation.getValidationErrors().getAllErrors().stream().findFirst())
                .map(error -> String.valueOf(error.getDefaultMessage()));
        return invalid.orElseGet(() -> String.valueOf(Failures.root(failure).getMessage()));
    }

    private static String printable(@Nullable Object value) {
        return String.valueOf(value).replaceAll("\\p{Cntrl}", "?");
    }

    private static String sentence(String text) {
        var line = text.lines().findFirst().orElse("");
        var shortened = line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + " …" : line;
        return shortened.endsWith(".") || shortened.endsWith("…") ? shortened : shortened + ".";
    }
}
