package org.vedette.feed.blog;

import com.ibm.icu.util.ULocale;
import java.util.Locale;

/**
 * The language of a text, and what follows from it.
 *
 * @param tag a BCP 47 tag in its canonical form, such as en, pt-BR or zh-Hant
 */
public record Language(String tag) {

    /** The language of all labels of pages, and of the dates that people read. */
    public static final Language ENGLISH = new Language("en");

    public Language {
        tag = Locale.forLanguageTag(tag).toLanguageTag();
    }

    /** Whether it is the English of any region. */
    public boolean isEnglish() {
        return Locale.forLanguageTag(tag).getLanguage().equals("en");
    }

    /** Whether its script is written from right to left; where the tag names none, its most likely one (Unicode CLDR). */
    public boolean isRightToLeft() {
        return ULocale.forLanguageTag(tag).isRightToLeft();
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
        var likely = ULocale.addLikelySubtags(ULocale.forLanguageTag(tag));
        return likely.getCountry().isEmpty() ? likely.getLanguage() : likely.getLanguage() + "_" + likely.getCountry();
    }
}
