package org.vedette.starter.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * The environment variables that set something: those that the services' configuration files read, and the properties
 * {@code vedette.…} in the metadata of the modules, in the spelling of Spring Boot's relaxed binding.
 */
public final class KnownVariables {

    private static final String PREFIX = "VEDETTE_";
    private static final String PROPERTY_PREFIX = "vedette.";
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(VEDETTE_[A-Z0-9_]+)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** From the name without its separators to the name. */
    private final Map<String, String> names = new TreeMap<>();

    /** Names that elements or keys may follow. */
    private final TreeSet<String> collections = new TreeSet<>();

    private KnownVariables() {}

    /**
     * Those of services with the given configuration files.
     *
     * @param others variables that no file mentions
     */
    public static KnownVariables of(List<String> configurationFiles, List<String> others) {
        var known = new KnownVariables();
        others.forEach(known::add);
        for (var file : configurationFiles) {
            PLACEHOLDER.matcher(text(file)).results().forEach(match -> known.add(match.group(1)));
        }
        for (var metadata : resources(METADATA)) {
            known.addProperties(metadata);
        }
        return known;
    }

    /** One line for each variable that looks like a setting and is none. */
    public List<String> complaints(Map<String, String> environment) {
        return environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> !isKnown(name))
                .sorted()
                .map(name -> name.replaceAll("\\p{Cntrl}", "?") + " is not a setting of Vedette and is ignored"
                        + nearest(name)
                                .map(near -> ": did you mean " + near + "?")
                                .orElse("."))
                .toList();
    }

    /** One line for each variable or property {@code vedette.…} that differs from a setting by a letter or two. */
    public List<String> misspelt(Collection<String> set) {
        return set.stream()
                .filter(name -> name.startsWith(PREFIX) || name.startsWith(PROPERTY_PREFIX))
                .filter(name -> !isKnown(name))
                .sorted()
                .flatMap(name -> nearest(name).stream()
                        .map(near -> name.replaceAll("\\p{Cntrl}", "?")
                                + " is not a setting and is ignored: did you mean " + near + "?"))
                .toList();
    }

    private boolean isKnown(String name) {
        var key = key(name);
        return names.containsKey(key) || collections.stream().anyMatch(key::startsWith);
    }

    private Optional<String> nearest(String name) {
        var key = key(name);
        return names.entrySet().stream()
                .min(Comparator.comparingInt(known -> distance(key, known.getKey())))
                .filter(known -> distance(key, known.getKey()) <= 2)
                .map(Map.Entry::getValue);
    }

    private void add(String name) {
        names.put(key(name), name);
    }

    private void addProperties(URL metadata) {
        try (InputStream in = metadata.openStream()) {
            for (var property : JSON.readTree(in).path("properties")) {
                var name = property.path("name").asString("");
                if (name.startsWith("vedette.")) {
                    var variable = name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
                    add(variable);
                    if (property.path("type").asString("").matches("java\\.util\\.(List|Map|Set).*")) {
                        collections.add(key(variable));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String key(String name) {
        return name.replaceAll("[-_.\\[\\]]", "").toLowerCase(Locale.ROOT);
    }

    private static String text(String file) {
        try (var in = KnownVariables.class.getResourceAsStream("/" + file)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<URL> resources(String name) {
        try {
            return Collections.list(KnownVariables.class.getClassLoader().getResources(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Letters to add, remove, replace or swap with their neighbour (optimal string alignment). */
    private static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (var i = 0; i <= one.length(); i++) {
            for (var j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, one, other, i, j);
            }
        }
        return rows[one.length()][other.length()];
    }

    private static int cheapest(int[][] rows, String one, String other, int i, int j) {
        var replaced = rows[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        var best = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        var isSwap =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return isSwap ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }
}
