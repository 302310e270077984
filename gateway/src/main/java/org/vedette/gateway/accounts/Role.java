package org.vedette.gateway.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do. Only the names go to the services, which decide what a role allows. */
public enum Role {
    /** Writes drafts, and changes no other person's. */
    AUTHOR,
    /** Writes, publishes and withdraws every post. */
    EDITOR,
    /** Does all that an editor does, and manages accounts. */
    ADMIN;

    /** The name in the store and in service tokens. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}
