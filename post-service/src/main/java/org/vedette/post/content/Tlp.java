package org.vedette.post.content;

import java.util.Arrays;
import java.util.Locale;

/** The labels of the Traffic Light Protocol 2.0, which say whom a post may be shared with, the strictest last. */
public enum Tlp {
    CLEAR("CLEAR"),
    GREEN("GREEN"),
    AMBER("AMBER"),
    AMBER_STRICT("AMBER+STRICT"),
    RED("RED");

    private final String label;

    Tlp(String label) {
        this.label = label;
    }

    /** The label without its prefix, as in {@code AMBER+STRICT}. */
    public String label() {
        return label;
    }

    /** Whether fewer people may see what has this label. */
    public boolean isStricterThan(Tlp other) {
        return compareTo(other) > 0;
    }

    /** Parses a label in any case, with or without the prefix {@code TLP:}. */
    public static Tlp of(String text) {
        var label = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^TLP:", "");
        return Arrays.stream(values())
                .filter(tlp -> tlp.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("must be one of CLEAR, GREEN, AMBER, AMBER+STRICT, RED"));
    }
}
