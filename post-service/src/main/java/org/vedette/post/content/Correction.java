package org.vedette.post.content;

/** A note to readers about a change of a published post: one paragraph of 1 to 500 characters. */
public record Correction(String value) {

    private static final int MAX = 500;

    public Correction {
        value = PlainText.line(value, MAX);
    }
}
