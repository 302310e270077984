package org.vedette.gateway.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mail address or a name with which a person signs in, in lower case. */
public record LoginName(String value) {

    private static final Pattern VALID = Pattern.compile("[\\p{L}\\p{N}._+-]{2,64}(@[\\p{L}\\p{N}.-]{1,189})?");

    /** @throws IllegalArgumentException when the value is no login name in lower case */
    public LoginName {
        if (!VALID.matcher(value).matches() || !value.equals(value.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not a login name");
        }
    }

    /** Whatever the case and the spaces around it; empty when it is no login name. */
    public static Optional<LoginName> parse(String text) {
        var name = text.strip().toLowerCase(Locale.ROOT);
        return VALID.matcher(name).matches() ? Optional.of(new LoginName(name)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
