package org.vedette.post.content;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.vedette.events.PostContract;

/** The language of a text: a BCP 47 tag such as en, pt-BR or zh-Hant. */
public record Language(String tag) {

    public Language {
        if (!PostContract.isLanguageTag(tag)) {
            throw invalid();
        }
    }

    /**
     * Parses a tag as people write it, to its canonical form.
     *
     * @throws InvalidValueException for what is no tag, and for a language, script or region that Unicode does not know
     */
    public static Language parse(String text) {
        var locale = locale(text.strip());
        requireKnown("language", locale.getLanguage(), locale.getDisplayLanguage(Locale.ENGLISH));
        requireKnown("script", locale.getScript(), locale.getDisplayScript(Locale.ENGLISH));
        requireKnown("region", locale.getCountry(), locale.getDisplayCountry(Locale.ENGLISH));
        return new Language(locale.toLanguageTag());
    }

    private static Locale locale(String text) {
        try {
            var locale = new Locale.Builder().setLanguageTag(text).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale;
            }
        } catch (IllformedLocaleException illFormed) {
            throw invalid();
        }
        throw invalid();
    }

    private static InvalidValueException invalid() {
        return new InvalidValueException(
                "must be a language tag (BCP 47) with hyphens, such as en, pt-BR or zh-Hant, at most 35 characters");
    }

    /** The name of a code that is not known is the code itself. */
    private static void requireKnown(String part, String code, String name) {
        if (!code.isEmpty() && name.equals(code)) {
            throw new InvalidValueException("has an unknown " + part + ", " + code
                    + ": use a language tag (BCP 47) such as en, pt-BR or zh-Hant");
        }
    }
}
