package org.vedette.pages.post;

import org.jspecify.annotations.Nullable;

/**
 * The language of a post, and what its page, whose labels are English, says of it.
 *
 * @param tag a BCP 47 tag
 * @param english whether it is the English of any region
 * @param rightToLeft whether its script is written from right to left
 */
public record PostLanguage(String tag, boolean english, boolean rightToLeft) {

    private static final String OF_LABELS = "en";

    /** Direction of the whole post; null where it is that of the page. */
    public @Nullable String direction() {
        return rightToLeft ? "rtl" : null;
    }

    /** Direction of the labels around the text; null where it is that of the post. */
    public @Nullable String labelDirection() {
        return rightToLeft ? "ltr" : null;
    }

    /** Language of the labels around the text; null where the text is in it, too. */
    public @Nullable String labelLanguage() {
        return english ? null : OF_LABELS;
    }
}
