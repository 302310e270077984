package org.vedette.notification.preferences;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One word that a subscriber watches for: a word, a domain, a CVE, an indicator.
 *
 * @param value as {@link Words} writes it: in lower case and not defanged
 */
public record WatchTerm(String value) {

    /** In characters. */
    public static final int MAX_LENGTH = 100;

    private static final int MIN_LENGTH = 3;
    private static final Pattern VALID = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}.:@/_-]*");

    public WatchTerm {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a watch term");
        }
    }

    /** Parses what somebody typed, defanged or not; empty when it is not one word of three characters or more. */
    public static Optional<WatchTerm> parse(String input) {
        var word = Words.normalize(input.strip());
        return isValid(word) ? Optional.of(new WatchTerm(word)) : Optional.empty();
    }

    private static boolean isValid(String value) {
        return value.length() >= MIN_LENGTH
                && value.length() <= MAX_LENGTH
                && VALID.matcher(value).matches();
    }
}
