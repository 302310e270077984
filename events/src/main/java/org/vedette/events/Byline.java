package org.vedette.events;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A printed credit, as it was at the time of writing.
 *
 * @param name the author's name
 * @param affiliation where the author worked; null when the author stands alone
 * @param author slug of the author, chosen once for the name: words of letters and digits of any script joined by hyphens,
 *     at most 200 characters; null in events of producers that choose none
 * @param formerAuthors slugs that the author of this name had before an editor merged two authors; each redirects to
 *     {@code author}
 */
public record Byline(
        String name, @Nullable String affiliation, @Nullable String author, List<String> formerAuthors) {

    private static final Pattern DROPPED = Pattern.compile("[\\p{M}'’]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");

    public Byline {
        formerAuthors = NonNullLists.copyOfOptional(formerAuthors, "formerAuthors");
    }

    /** A credit for which no slug is chosen. */
    public Byline(String name, @Nullable String affiliation) {
        this(name, affiliation, null, List.of());
    }

    /** Slug of the author: the chosen one, or else the one that is derived from the name. */
    public String authorSlug() {
        return author == null ? authorSlugOf(name) : author;
    }

    /**
     * Derives the slug of an author for whom none was chosen: the letters and digits of the name, of any script, in lower case
     * and joined by hyphens, such as emilio-iasiello. Names that differ in nothing else have one page; that of a name without
     * a letter or digit is {@code author}.
     */
    public static String authorSlugOf(String name) {
        var folded = DROPPED.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var composed = Normalizer.normalize(BETWEEN.matcher(folded).replaceAll("-"), Normalizer.Form.NFC);
        var slug = EDGES.matcher(composed).replaceAll("");
        return slug.isEmpty() ? "author" : slug;
    }

    /** The credit in one line, such as Ada Example, Example Labs. */
    public String line() {
        return affiliation == null ? name : name + comma() + affiliation;
    }

    /** The comma between name and affiliation, with the blank after it, in the script of the name. */
    public String comma() {
        return switch (scriptOfName()) {
            case ARABIC, SYRIAC, THAANA -> "\u060C ";
            case HAN, BOPOMOFO -> "\uFF0C";
            case HIRAGANA, KATAKANA -> "\u3001";
            case ETHIOPIC -> "\u1363 ";
            default -> ", ";
        };
    }

    private UnicodeScript scriptOfName() {
        return name.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .findFirst()
                .orElse(UnicodeScript.COMMON);
    }
}
