package org.vedette.events;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Last path segment of an author's page in events of producers that choose none: the letters and digits of the name, of any
 * script, in lower case and joined by hyphens. Names that differ in nothing else have one page.
 */
public final class AuthorSlug {

    private static final Pattern DROPPED = Pattern.compile("[\\p{M}'’]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");

    private AuthorSlug() {}

    /** Such as emilio-iasiello; {@code author} for a name without a letter or digit. */
    public static String of(String name) {
        var folded = DROPPED.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var composed = Normalizer.normalize(BETWEEN.matcher(folded).replaceAll("-"), Normalizer.Form.NFC);
        var slug = EDGES.matcher(composed).replaceAll("");
        return slug.isEmpty() ? "author" : slug;
    }
}
