package org.vedette.post.content;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Reads a text of any script as words of a–z and 0–9, of which addresses are made. */
public final class AsciiWords {

    /** Any script to Latin letters, and those to ASCII (ICU, Unicode CLDR). */
    private static final Transliterator TO_ASCII = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    private AsciiWords() {}

    /**
     * The words joined by hyphens, as many as fit; empty when the text has no letter or digit, but symbols only.
     *
     * @param max most characters
     */
    public static Optional<String> of(String text, int max) {
        var plain = text.toLowerCase(Locale.ROOT).replaceAll("\\p{So}", " ").replace("&", " and ");
        var compatible = Normalizer.normalize(plain, Normalizer.Form.NFKC);
        var words = TO_ASCII.transliterate(compatible)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{M}'’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return words.isEmpty() ? Optional.empty() : Optional.of(cut(words, max));
    }

    private static String cut(String words, int max) {
        if (words.length() <= max) {
            return words;
        }
        var hyphen = words.lastIndexOf('-', max);
        return words.substring(0, hyphen > 0 ? hyphen : max);
    }
}
