package org.vedette.gateway.accounts;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names that read as others do: with letters of several scripts in one word (UTS 39 §5.2, highly restrictive), or with other
 * forms of letters, such as wide ones.
 */
public final class LookAlikes {

    private static final Set<UnicodeScript> SHARED = EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);

    /** Words of Japanese, Korean and Chinese have letters of several, and Latin ones. */
    private static final Set<UnicodeScript> EAST_ASIAN = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.LATIN);

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s@.]+");

    private LookAlikes() {}

    /** Whether a name may be taken for another one. */
    public static boolean contains(String name) {
        return !Normalizer.isNormalized(name, Normalizer.Form.NFKC)
                || BETWEEN_WORDS.splitAsStream(name).anyMatch(LookAlikes::isMixed);
    }

    private static boolean isMixed(String word) {
        var scripts = word.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> !SHARED.contains(script))
                .collect(Collectors.toSet());
        return scripts.size() > 1 && !EAST_ASIAN.containsAll(scripts);
    }
}
