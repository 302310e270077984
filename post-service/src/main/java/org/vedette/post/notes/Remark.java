package org.vedette.post.notes;

import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.PlainText;

/** What one of those who write says to the others about a post: lines of 1 to 2,000 characters together. */
public record Remark(String value) {

    private static final int MAX = 2_000;

    public Remark {
        value = PlainText.lines(value).strip();
        if (PlainText.isInvisible(value)) {
            throw new InvalidValueException("must not be blank");
        }
        var length = value.codePointCount(0, value.length());
        if (length > MAX) {
            throw new InvalidValueException("must have at most " + MAX + " characters, has " + length);
        }
    }
}
