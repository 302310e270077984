package org.vedette.benchmarks.suite;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What a program was started with, as {@code name=value}. */
public record Settings(Map<String, String> values) {

    /**
     * Reads what a program was given.
     *
     * @throws IllegalArgumentException when one is no {@code name=value}
     */
    public static Settings of(String... arguments) {
        return new Settings(Arrays.stream(arguments)
                .map(Settings::pair)
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1])));
    }

    /**
     * The value of a setting that has no default.
     *
     * @throws IllegalArgumentException when it is not set
     */
    public String text(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("say " + name + "=…");
        }
        return value;
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    public int number(String name, int otherwise) {
        return Integer.parseInt(text(name, String.valueOf(otherwise)));
    }

    private static String[] pair(String argument) {
        var pair = argument.split("=", 2);
        if (pair.length != 2) {
            throw new IllegalArgumentException(argument + " is no name=value");
        }
        return pair;
    }
}
