package org.vedette.events;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/**
 * A printed credit, as it was at the time of writing.
 *
 * @param name the author's name
 * @param affiliation where the author worked; null when the author stands alone
 */
public record Byline(String name, @Nullable String affiliation) {

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
