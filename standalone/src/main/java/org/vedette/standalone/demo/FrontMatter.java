package org.vedette.standalone.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A text file with {@code name: value} lines above a line of three hyphens; a name may come more than once. */
record FrontMatter(Map<String, List<String>> fields, String body) {

    private static final String END = "\n---\n";

    static FrontMatter of(String file) {
        var end = file.indexOf(END);
        if (end < 0) {
            throw new IllegalArgumentException("no line of three hyphens");
        }
        var fields = file.substring(0, end)
                .lines()
                .map(line -> line.split(":\\s+", 2))
                .collect(Collectors.groupingBy(
                        parts -> parts[0],
                        Collectors.mapping(parts -> Arrays.asList(parts).get(1), Collectors.toList())));
        return new FrontMatter(fields, file.substring(end + END.length()).strip());
    }

    String one(String name) {
        return maybe(name).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    Optional<String> maybe(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
