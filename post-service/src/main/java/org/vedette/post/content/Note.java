package org.vedette.post.content;

/** What an editor says about a change, to readers or to other editors: one paragraph of 1 to 500 characters. */
public record Note(String value) {

    private static final int MAX = 500;

    public Note {
        value = PlainText.line(value, MAX);
    }
}
