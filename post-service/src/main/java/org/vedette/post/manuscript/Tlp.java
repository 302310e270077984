package org.vedette.post.manuscript;

import java.util.Arrays;
import java.util.Locale;

/** Who may be told, by the Traffic Light Protocol 2.0. */
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

    /** Reads a label in any case, with or without the prefix {@code TLP:}. */
    public static Tlp of(String text) {
        String label = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^TLP:", "");
        return Arrays.stream(values())
                .filter(tlp -> tlp.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new Unfit("must be one of CLEAR, GREEN, AMBER, AMBER+STRICT, RED"));
    }
}
