package org.vedette.feed.entries;

import java.util.Locale;

/** Who may see a post: the labels of the Traffic Light Protocol 2.0. */
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

    /** Such as TLP:AMBER+STRICT. */
    public String label() {
        return "TLP:" + word();
    }

    /** Such as amber-strict. */
    public String kebab() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As events and machines say it, such as AMBER+STRICT. */
    public String word() {
        return name().replace('_', '+');
    }
}
