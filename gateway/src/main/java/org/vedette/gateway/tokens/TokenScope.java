package org.vedette.gateway.tokens;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token may be used for, within what its owner may do. */
public enum TokenScope {
    /** Reads. Every token has it. */
    READ,
    /** Changes what is there, and adds to it. */
    WRITE,
    /** Publishes and withdraws posts. */
    PUBLISH;

    /** The name in the store and on pages. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TokenScope> of(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.text().equals(text))
                .findFirst();
    }
}
