package org.vedette.post.publishing;

/** How often a post was written, counted from 1; also the token that keeps two editors from overwriting each other. */
public record Revision(long value) {

    public static final Revision FIRST = new Revision(1);

    public Revision {
        if (value < 1) {
            throw new IllegalArgumentException("revisions start at 1, not " + value);
        }
    }

    public Revision next() {
        return new Revision(value + 1);
    }

    public Revision previous() {
        return new Revision(value - 1);
    }
}
