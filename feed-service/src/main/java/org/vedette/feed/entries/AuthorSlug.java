package org.vedette.feed.entries;

import java.text.Normalizer;
import java.util.Locale;

/** The last path segment of an author's address, made of nothing but the printed name. */
public final class AuthorSlug {

    private AuthorSlug() {}

    /**
     * The letters and digits of the name in lower case and without accents, joined by single hyphens; empty when it has
     * none.
     */
    public static String of(String name) {
        var slug = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(letter -> !isDropped(letter))
                .forEach(letter -> append(slug, letter));
        return slug.length() > 0 && slug.charAt(slug.length() - 1) == '-'
                ? slug.substring(0, slug.length() - 1)
                : slug.toString();
    }

    private static void append(StringBuilder slug, int letter) {
        if (Character.isLetterOrDigit(letter)) {
            slug.appendCodePoint(letter);
        } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
            slug.append('-');
        }
    }

    private static boolean isDropped(int letter) {
        return letter == '\'' || letter == '’' || Character.getType(letter) == Character.NON_SPACING_MARK;
    }
}
