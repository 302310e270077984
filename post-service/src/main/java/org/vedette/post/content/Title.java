package org.vedette.post.content;

/** The title of a post: one line of 1 to 200 characters. */
public record Title(String value) {

    private static final int MAX = 200;

    public Title {
        value = PlainText.line(value, MAX);
    }
}
