package org.vedette.acceptance.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference of all settings, made of the metadata of the modules and of the files of settings of the services. */
final class ConfigurationReference {

    private static final String HEAD = """
        # Configuration

        All settings that an operator can set, made by the build from the settings themselves; [operations](operations.md) says how they
        are used. Each is an environment variable, or a property of Spring Boot (`--name=value`). What is not in this list is named at the
        start when it resembles a setting, and is ignored.

        A value that is not allowed stops the start with one line that names the setting, the value and what is allowed.
        """;

    private static final Map<String, String> FILES = files();

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{(VEDETTE_[A-Z0-9_]+)(?::((?:[^${}]|\\$\\{[^}]*})*))?}");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(?:code|link) ([^}]*)}");

    /** What the settings of libraries mean, whose metadata speak of something else. */
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry(
                    "VEDETTE_LOG_FORMAT",
                    "empty for lines of text, `ecs` for JSON by the Elastic Common Schema, one document a line"),
            Map.entry(
                    "VEDETTE_LOG_CONTEXT",
                    "`auto` writes trace, request and post on all lines that belong to one, `limited` on the important"
                            + " ones; `auto` took two to three times the processor time for requests that the gateway"
                            + " forwards, and no more for cached ones, on a busy machine"),
            Map.entry(
                    "VEDETTE_OTLP_ENDPOINT",
                    "address of a collector of traces, without `/v1/traces`; without it nothing is traced"),
            Map.entry("VEDETTE_TRACING_SAMPLING", "share of the requests that are traced, from 0 to 1"),
            Map.entry("VEDETTE_JWKS", "address of the gateway's keys"),
            Map.entry("VEDETTE_KAFKA", "addresses of brokers, separated by commas"),
            Map.entry(
                    "VEDETTE_KAFKA_SESSION_MS",
                    "after how long without a sign of life a consumer counts as dead, in milliseconds"),
            Map.entry("VEDETTE_KAFKA_HEARTBEAT_MS", "pause between two signs of life of a consumer, in milliseconds"),
            Map.entry("VEDETTE_MONGODB", "address of the store, with credentials where it wants some"),
            Map.entry("VEDETTE_CONNECT_TIMEOUT_MS", "how long a connection to a service may take, in milliseconds"),
            Map.entry("VEDETTE_RESPONSE_TIMEOUT", "how long the first byte of a response of a service may take"),
            Map.entry("VEDETTE_IMPORTS_MAXREQUEST", "largest request with a file to import"),
            Map.entry("VEDETTE_MEDIA_MAXREQUEST", "largest request with a picture"),
            Map.entry("VEDETTE_TLS_CERTIFICATE", "PEM file with the certificate and its chain"),
            Map.entry("VEDETTE_TLS_KEY", "PEM file with the key of the certificate"),
            Map.entry("VEDETTE_HTTP2_CLEARTEXT", "whether a proxy sends HTTP/2 without TLS"),
            Map.entry("VEDETTE_POST_SERVICE", "address of the post service"),
            Map.entry("VEDETTE_FEED_SERVICE", "address of the feed service"),
            Map.entry("VEDETTE_NOTIFICATION_SERVICE", "address of the notification service"),
            Map.entry("VEDETTE_SMTP_HOST", "mail server"),
            Map.entry("VEDETTE_SMTP_PORT", "its port"),
            Map.entry("VEDETTE_SMTP_USERNAME", "user of the mail server, if it wants one"),
            Map.entry("VEDETTE_SMTP_PASSWORD", "password of that user"),
            Map.entry("VEDETTE_SMTP_STARTTLS", "encrypt where the mail server can"),
            Map.entry("VEDETTE_SMTP_STARTTLS_REQUIRED", "send nothing without encryption"));

    /** Set by the services themselves. */
    private static final List<String> INTERNAL = List.of("vedette.openapi.", "vedette.status.", "vedette.templates.");

    private final Map<String, JsonNode> properties = new TreeMap<>();

    private ConfigurationReference() {
        for (var metadata : metadata()) {
            try (var in = metadata.openStream()) {
                for (var property : JsonMapper.shared().readTree(in).path("properties")) {
                    properties.put(property.path("name").asString(""), property);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        properties
                .keySet()
                .removeIf(name ->
                        !name.startsWith("vedette.") || INTERNAL.stream().anyMatch(name::startsWith));
    }

    static String text() {
        return new ConfigurationReference().write();
    }

    private static Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        files.put("service-defaults.yml", "All services");
        files.put("resource-server.yml", "All services but the gateway");
        files.put("kafka.yml", "Connections to Kafka, of all services but the gateway");
        files.put("gateway.yml", "Gateway");
        files.put("post-service.yml", "Post service");
        files.put("feed-service.yml", "Feed service");
        files.put("notification-service.yml", "Notification service");
        return files;
    }

    private String write() {
        var text = new StringBuilder(HEAD);
        FILES.forEach((file, title) -> text.append(section(title, variables(file))));
        text.append(section("Further settings", others()));
        return text.toString();
    }

    private static String section(String title, Map<String, Setting> settings) {
        var rows = new StringBuilder();
        settings.values().forEach(setting -> rows.append(setting.row()));
        return "\n## " + title + "\n\n| variable | property | type | default | meaning |\n|---|---|---|---|---|\n"
                + rows;
    }

    /** The variables that a file of settings reads, by name. */
    private Map<String, Setting> variables(String file) {
        var settings = new TreeMap<String, Setting>();
        for (var source : load(file)) {
            for (var property : source.getPropertyNames()) {
                var matches = PLACEHOLDER.matcher(String.valueOf(source.getProperty(property)));
                while (matches.find()) {
                    var known = properties.get(property);
                    settings.putIfAbsent(
                            matches.group(1),
                            new Setting(
                                    property,
                                    matches.group(1),
                                    known == null ? "" : type(known),
                                    matches.group(2) == null ? "" : matches.group(2),
                                    known == null ? MEANINGS.getOrDefault(matches.group(1), "") : description(known)));
                }
            }
        }
        return settings;
    }

    private Map<String, Setting> others() {
        var settings = new TreeMap<String, Setting>();
        properties.forEach((name, property) -> settings.put(
                name,
                new Setting(name, variable(name), type(property), defaultValue(property), description(property))));
        FILES.keySet().forEach(file -> variables(file).values().forEach(setting -> settings.remove(setting.name())));
        return settings;
    }

    private static List<EnumerablePropertySource<?>> load(String file) {
        try {
            return new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file)).stream()
                            .<EnumerablePropertySource<?>>map(source -> (EnumerablePropertySource<?>) source)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<URL> metadata() {
        try {
            return Collections.list(ConfigurationReference.class
                    .getClassLoader()
                    .getResources("META-INF/spring-configuration-metadata.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the relaxed binding of Spring Boot reads it. */
    private static String variable(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String type(JsonNode property) {
        return property.path("type")
                .asString("")
                .replaceAll("[A-Za-z_.]+[.$]", "")
                .replace(",", ", ")
                .toLowerCase(Locale.ROOT);
    }

    private static String defaultValue(JsonNode property) {
        var value = property.path("defaultValue");
        return value.isMissingNode() ? "" : value.isString() ? value.asString() : value.toString();
    }

    private static String description(JsonNode property) {
        var text = property.path("description")
                .asString("")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|");
        return INLINE_TAG.matcher(text).replaceAll("`$1`");
    }
}
