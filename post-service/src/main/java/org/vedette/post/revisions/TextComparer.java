package org.vedette.post.revisions;

/** Compares texts. */
@FunctionalInterface
public interface TextComparer {

    /** Compares two texts by lines, and lines that changed by words, with effort in proportion to their size. */
    TextDiff compare(String before, String after);
}
