package org.vedette.benchmarks.cold;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A kind of page.
 *
 * @param name what the table calls it
 * @param pattern its address, with what takes turns in braces
 */
public record PageKind(String name, String pattern) {

    /** The kinds that {@code pages.txt} names. */
    public static List<PageKind> all() {
        try (var file = Objects.requireNonNull(PageKind.class.getResourceAsStream("pages.txt"));
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(PageKind::of)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static PageKind of(String line) {
        var parts = List.of(line.split("\\|", 2));
        return new PageKind(parts.get(0).strip(), parts.get(1).strip());
    }
}
