package org.vedette.post.lifecycle;

/** Number of a revision of a post, from 1; also the token of its optimistic locking. */
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
