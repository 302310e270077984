package org.vedette.acceptance.delivery;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A setting a service reads from its environment.
 *
 * @param service the service that reads it
 * @param name {@code VEDETTE_…}
 * @param otherwise its default, {@code null} for none
 */
record Setting(String service, String name, String otherwise) {

    private static final Pattern IMPORT = Pattern.compile("classpath:([a-z-]+\\.yml)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(VEDETTE_[A-Z0-9_]+)(?::([^}]*))?\\}");

    /** What every service has without importing it. */
    private static final String DEFAULTS = "service-starter/src/main/resources/service-defaults.yml";

    /** Off, unless it is set. */
    private static final String COLLECTOR = "VEDETTE_OTLP_ENDPOINT";

    /** Without these the suite does not start, or is not one that can be used. */
    private static final Set<String> NEEDED = Set.of("VEDETTE_LINK_KEY", "VEDETTE_SIGNING_KEY", "VEDETTE_TOKENS");

    static List<Setting> all() {
        return Checkout.SERVICES.stream()
                .flatMap(service -> of(service).stream())
                .toList();
    }

    static List<Setting> of(String service) {
        var file = Checkout.here().text(service + "/src/main/resources/" + service + ".yml");
        return PLACEHOLDER
                .matcher(file + imported(file))
                .results()
                .map(found -> new Setting(service, found.group(1), found.group(2)))
                .distinct()
                .toList();
    }

    /** The settings that all services share. */
    private static String imported(String file) {
        var imports =
                IMPORT.matcher(file).results().map(found -> "service-starter/src/main/resources/" + found.group(1));
        return Stream.concat(imports, Stream.of(DEFAULTS))
                .filter(name -> Files.exists(Checkout.here().path(name)))
                .map(name -> Checkout.here().text(name))
                .collect(Collectors.joining());
    }

    /** Whether a container cannot do without: what is there otherwise is nothing, or this very machine. */
    boolean mustBeSet() {
        return otherwise == null
                || NEEDED.contains(name)
                || (otherwise.contains("localhost") && !otherwise.contains("@") && !name.equals(COLLECTOR));
    }
}
