package org.vedette.events;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
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
        var letters =
                withoutMarks(Normalizer.normalize(name, Normalizer.Form.NFKD)).toLowerCase(Locale.ROOT);
        var slug = new StringBuilder(letters.length());
        letters.codePoints().forEach(letter -> {
            if (Character.isLetter(letter) || isNumber(letter)) {
                slug.appendCodePoint(letter);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        });
        if (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.isEmpty() ? "author" : Normalizer.normalize(slug, Normalizer.Form.NFC);
    }

    /** Without what stands on a letter, and without apostrophes, which do not end a word. */
    private static String withoutMarks(String text) {
        return text.codePoints()
                .filter(character -> !isMark(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> character == '\'' || character == '’';
        };
    }

    private static boolean isNumber(int character) {
        return switch (Character.getType(character)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
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
