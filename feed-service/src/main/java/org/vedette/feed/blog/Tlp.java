package org.vedette.feed.blog;

import java.util.Locale;

/**
 * Who may see a post: the labels of the Traffic Light Protocol 2.0. {@link #isPublic()} is the one decision on it; lists,
 * feeds, search, live events and pages follow it through {@code Position} and {@code ProjectedPost}.
 */
public enum Tlp {
    CLEAR,
    GREEN,
    AMBER,
    AMBER_STRICT,
    RED;

    /** Reads the label of an event; one we do not know is as strict as the strictest. */
    public static Tlp of(String label) {
        for (var tlp : values()) {
            if (tlp.word().equals(label)) {
                return tlp;
            }
        }
        return RED;
    }

    /** Whether everybody may see the post; otherwise only signed-in editors may. */
    public boolean isPublic() {
        return this == CLEAR;
    }

    /** Such as TLP:AMBER+STRICT. */
    public String label() {
        return "TLP:" + word();
    }

    /** Such as amber-strict. */
    public String kebab() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Such as AMBER+STRICT. */
    public String word() {
        return name().replace('_', '+');
    }
}
