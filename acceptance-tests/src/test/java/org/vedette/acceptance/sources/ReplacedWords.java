package org.vedette.acceptance.sources;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words that made readers stop, and what is said instead. */
record ReplacedWords(List<Entry> entries) {

    private static final Pattern PART = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\\d+");

    /**
     * A replaced word.
     *
     * @param wholeName whether only an identifier that is exactly this word is meant, not every one that contains it
     * @param allowedIn names of files that may contain it
     */
    record Entry(String word, String replacement, boolean wholeName, List<String> allowedIn) {

        boolean isIn(String identifier) {
            return wholeName ? identifier.equals(word) : ("-" + parts(identifier) + "-").contains("-" + word + "-");
        }
    }

    static ReplacedWords load() {
        try (var list = ReplacedWords.class.getResourceAsStream("/replaced-words.tsv")) {
            var text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            return new ReplacedWords(text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(ReplacedWords::entry)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String[] columns) {
        return new Entry(
                columns[1],
                columns[2],
                columns[0].equals("name"),
                List.of(columns).subList(3, columns.length));
    }

    /** What is wrong with an identifier of a file, in words. */
    Optional<String> complaint(String identifier, String file) {
        return entries.stream()
                .filter(entry -> entry.isIn(identifier) && !entry.allowedIn().contains(file))
                .findFirst()
                .map(entry -> identifier + " (say: " + entry.replacement() + ")");
    }

    /** {@code LOAD_PATIENCE} and {@code loadPatience} are both {@code load-patience}. */
    private static String parts(String identifier) {
        return PART.matcher(identifier)
                .results()
                .map(MatchResult::group)
                .map(part -> part.toLowerCase(ROOT))
                .collect(Collectors.joining("-"));
    }
}
