package org.vedette.gateway.accounts;

import java.util.Locale;
import java.util.Optional;

/** What a new password must be: long, and not the name of its account. It need not mix kinds of characters. */
public final class PasswordRules {

    public static final int MIN_LENGTH = 12;

    private static final int MAX_LENGTH = 1_000;

    private PasswordRules() {}

    /** What is wrong with a password, as a sentence; empty when nothing is. */
    public static Optional<String> violation(String password, Profile profile) {
        var length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            return Optional.of("The password needs %d characters or more; a few words are fine.".formatted(MIN_LENGTH));
        }
        if (length > MAX_LENGTH) {
            return Optional.of("The password may have %d characters at most.".formatted(MAX_LENGTH));
        }
        return isName(password, profile)
                ? Optional.of("The password must not be your name or your address.")
                : Optional.empty();
    }

    private static boolean isName(String password, Profile profile) {
        var letters = letters(password);
        return letters.equals(letters(profile.login().value()))
                || letters.equals(letters(profile.displayName()))
                || letters.isEmpty();
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }
}
