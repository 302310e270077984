package org.vedette.post.content;

import java.time.Instant;

/**
 * A note to readers about a change of a published post.
 *
 * @param date when it was made
 * @param text one paragraph of 1 to 500 characters
 */
public record Correction(Instant date, String text) {

    private static final int MAX = 500;

    public Correction {
        text = PlainText.line(text, MAX);
    }
}
