package org.vedette.standalone.settings;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Language;

/** Parses environment variables; an invalid value is refused with the name of its variable. */
record EnvironmentVariables(Map<String, String> environment) {

    private static final int HIGHEST_PORT = 65_535;
    private static final int MIN_KEY_LENGTH = 32;

    Path path(String name, String defaultValue) {
        var value = value(name).orElse(defaultValue);
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw refused(name, value, "the path of a directory", e);
        }
    }

    int port(String name, int defaultValue) {
        var value = value(name).orElse(String.valueOf(defaultValue));
        try {
            var port = Integer.parseInt(value);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
            throw new NumberFormatException("out of range");
        } catch (NumberFormatException e) {
            throw refused(name, value, "a port number from 1 to " + HIGHEST_PORT + ", or 0 for a free one", e);
        }
    }

    boolean flag(String name, boolean defaultValue) {
        var value = value(name).orElse(String.valueOf(defaultValue));
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(name, value, "true or false", null);
        };
    }

    /** An address of this machine, or all of them. */
    InetAddress address(String name, String defaultValue) {
        var value = value(name).orElse(defaultValue);
        try {
            var address = InetAddress.getByName(value);
            if (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null) {
                return address;
            }
            throw new UnknownHostException("not of this machine");
        } catch (UnknownHostException | SocketException e) {
            throw refused(name, value, "an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them", e);
        }
    }

    ZoneId zone(String name, String defaultValue) {
        var value = value(name).orElse(defaultValue);
        try {
            return ZoneId.of(value);
        } catch (DateTimeException e) {
            throw refused(name, value, "a time zone such as UTC or Europe/Vienna", e);
        }
    }

    /** All variables of Vedette, with those validated that would keep a service from starting. */
    Map<String, String> shared() {
        value(SuiteSettings.BASE_URL).ifPresent(EnvironmentVariables::requireWebAddress);
        value(SuiteSettings.LINK_KEY).ifPresent(EnvironmentVariables::requireKeyLength);
        value(SuiteSettings.LANGUAGE).ifPresent(EnvironmentVariables::requireLanguage);
        var unused = port(SuiteSettings.SMTP_PORT, 0);
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("VEDETTE_"))
                .filter(variable -> !variable.getValue().isBlank())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, variable -> variable.getValue().strip()));
    }

    private static void requireWebAddress(String value) {
        if (!value.matches("https?://[^/?#\\s]+/?") || !isUri(value)) {
            throw refused(
                    SuiteSettings.BASE_URL,
                    value,
                    "a web address without a path, such as https://blog.example.org",
                    null);
        }
        if (value.startsWith("http:") && !isLoopback(URI.create(value).getHost())) {
            throw refused(
                    SuiteSettings.BASE_URL,
                    value,
                    "an https address, save on this machine, because mail programs unsubscribe by HTTPS only",
                    null);
        }
    }

    private static boolean isLoopback(String host) {
        return host.matches("(.+\\.)?localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    }

    private static void requireKeyLength(String secret) {
        if (secret.length() < MIN_KEY_LENGTH) {
            throw new StartRefusedException(
                    SuiteSettings.LINK_KEY + " must be a secret of at least " + MIN_KEY_LENGTH + " characters.");
        }
    }

    private static void requireLanguage(String value) {
        try {
            var unused = Language.parse(value);
        } catch (InvalidValueException e) {
            throw refused(SuiteSettings.LANGUAGE, value, "the tag of a language, such as en, pt-BR or zh-Hant", e);
        }
    }

    private static boolean isUri(String value) {
        try {
            return URI.create(value).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The value of a variable; an empty one counts as not set. */
    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static StartRefusedException refused(String name, String value, String wanted, @Nullable Throwable cause) {
        return new StartRefusedException(name + " is \"" + printable(value) + "\", but must be " + wanted + ".", cause);
    }

    private static String printable(String value) {
        return value.replaceAll("\\p{Cntrl}", "?");
    }
}
