package org.vedette.feed.site.indexes;

import java.lang.Character.UnicodeScript;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vedette.feed.site.indexes.NameIndexPage.Item;
import org.vedette.feed.site.indexes.NameIndexPage.Section;

/**
 * The alphabetical order of names of any script, under headings: what begins with no letter, then the letters of each
 * alphabet. Scripts without a short alphabet have one heading each.
 */
final class AlphabeticalOrder {

    private static final String NO_LETTER = "#";

    private static final Set<UnicodeScript> WITHOUT_ALPHABET = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL,
            UnicodeScript.ETHIOPIC);

    /** Scripts whose letters with accents stand with those without. */
    private static final Set<UnicodeScript> ACCENTED = Set.of(UnicodeScript.LATIN, UnicodeScript.GREEK);

    private AlphabeticalOrder() {}

    /** Sorts by heading, then as a dictionary does. */
    static List<Item> sorted(List<Item> items) {
        var collator = Collator.getInstance(Locale.ROOT);
        return items.stream()
                .sorted(Comparator.comparing(AlphabeticalOrder::rank)
                        .thenComparing(item -> heading(item.name()))
                        .thenComparing(Item::name, collator::compare)
                        .thenComparing(Item::path))
                .toList();
    }

    /** Puts sorted items under their headings. */
    static List<Section> sections(List<Item> sorted) {
        var sections = new LinkedHashMap<String, List<Item>>();
        for (var item : sorted) {
            sections.computeIfAbsent(heading(item.name()), heading -> new ArrayList<>())
                    .add(item);
        }
        return sections.entrySet().stream()
                .map(section -> new Section(section.getKey(), section.getValue()))
                .toList();
    }

    private static int rank(Item item) {
        var heading = heading(item.name());
        return heading.equals(NO_LETTER) ? 0 : heading.codePointCount(0, heading.length()) == 1 ? 1 : 2;
    }

    /** Such as A for árbol, # for .net, Han for 日本. */
    static String heading(String name) {
        if (name.isEmpty() || !Character.isLetter(name.codePointAt(0))) {
            return NO_LETTER;
        }
        var letter = name.codePointAt(0);
        var script = UnicodeScript.of(letter);
        if (WITHOUT_ALPHABET.contains(script)) {
            return capitalized(script.name());
        }
        var base = ACCENTED.contains(script) ? withoutAccents(letter) : letter;
        return Character.toString(Character.toUpperCase(base));
    }

    private static int withoutAccents(int letter) {
        return Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                .codePointAt(0);
    }

    private static String capitalized(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
