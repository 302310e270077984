package org.vedette.notification.delivery.mail;

import com.ibm.icu.util.ULocale;
import java.text.Bidi;
import org.jspecify.annotations.Nullable;

/**
 * A line of text that runs the way its language or else its script does. Mail programs do not all know {@code dir="auto"},
 * so the direction is computed.
 *
 * @param text plain text
 * @param language a BCP 47 tag; null where it is not known
 */
public record DirectedText(String text, @Nullable String language) {

    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_DIRECTIONAL_ISOLATE = "\u2069";

    /** Value of the attribute {@code lang}; null where it is that of the mail, which is in English. */
    public @Nullable String lang() {
        return "en".equals(language) ? null : language;
    }

    /** Value of the attribute {@code dir}. */
    public String direction() {
        return isRightToLeft() ? "rtl" : "ltr";
    }

    /** Value of the attribute {@code align}. */
    public String align() {
        return isRightToLeft() ? "right" : "left";
    }

    /** The text as a part of a line that runs from left to right, isolated (UAX #9 §2.4) where it runs the other way. */
    String isolated() {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE
                : text;
    }

    private boolean isRightToLeft() {
        return (language != null && ULocale.forLanguageTag(language).isRightToLeft())
                || !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }
}
