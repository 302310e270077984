package org.vedette.feed.blog;

import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The language of a text, and what follows from it.
 *
 * @param tag a BCP 47 tag in its canonical form, such as en, pt-BR or zh-Hant
 */
public record Language(String tag) {

    /** More than a blog has; what follows from a tag takes long to look up, and every list asks for it for each post. */
    private static final int MAX_KNOWN = 1_000;

    private static final ConcurrentMap<String, Traits> KNOWN = new ConcurrentHashMap<>();

    /** The language of all labels of pages, and of the dates that people read. */
    public static final Language ENGLISH = new Language("en");

    public Language {
        tag = traits(tag).canonicalTag();
    }

    private static Traits traits(String tag) {
        var known = KNOWN.get(tag);
        if (known != null) {
            return known;
        }
        var traits = Traits.of(tag);
        if (KNOWN.size() < MAX_KNOWN) {
            KNOWN.put(tag, traits);
        }
        return traits;
    }

    private record Traits(String canonicalTag, boolean isEnglish, boolean isRightToLeft, String openGraphLocale) {

        static Traits of(String tag) {
            var locale = Locale.forLanguageTag(tag);
            var icu = ULocale.forLanguageTag(locale.toLanguageTag());
            return new Traits(
                    locale.toLanguageTag(),
                    locale.getLanguage().equals("en"),
                    icu.isRightToLeft(),
                    openGraphLocale(ULocale.addLikelySubtags(icu)));
        }

        private static String openGraphLocale(ULocale likely) {
            return likely.getCountry().isEmpty()
                    ? likely.getLanguage()
                    : likely.getLanguage() + "_" + likely.getCountry();
        }
    }

    /** Whether it is the English of any region. */
    public boolean isEnglish() {
        return traits(tag).isEnglish();
    }

    /** Whether its script is written from right to left; where the tag names none, its most likely one (Unicode CLDR). */
    public boolean isRightToLeft() {
        return traits(tag).isRightToLeft();
    }

    /**
     * The value of the attribute {@code dir}: {@code rtl} where the language runs from right to left, whatever the first word
     * is; else {@code auto}, for a post that is in another script than it says.
     */
    public String direction() {
        return isRightToLeft() ? "rtl" : "auto";
    }

    /** Language and region as Open Graph wants them, such as pt_BR; where the tag names no region, the most likely one. */
    public String openGraphLocale() {
        return traits(tag).openGraphLocale();
    }
}
