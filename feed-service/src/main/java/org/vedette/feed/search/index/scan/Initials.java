package org.vedette.feed.search.index.scan;

import java.util.BitSet;
import java.util.Collection;

/** The letters with which wanted words begin. */
public final class Initials {

    public static final Initials ALL = new Initials(everything());

    private static final int ASCII = 128;

    private final BitSet letters;

    private Initials(BitSet letters) {
        this.letters = letters;
    }

    public static Initials of(Collection<String> terms) {
        var letters = new BitSet(ASCII);
        for (var term : terms) {
            letters.set(Character.toLowerCase(term.charAt(0)));
            letters.set(Character.toUpperCase(term.charAt(0)));
        }
        return new Initials(letters);
    }

    /** A letter that has accents may be folded to any. */
    boolean contain(char initial) {
        return initial >= ASCII || letters.get(initial);
    }

    private static BitSet everything() {
        var letters = new BitSet(128);
        letters.set(0, 128);
        return letters;
    }
}
