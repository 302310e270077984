package org.vedette.post.content;

/** The editor's introduction: one paragraph of 1 to 500 characters. */
public record Standfirst(String value) {

    private static final int MAX = 500;

    public Standfirst {
        value = PlainText.line(value, MAX);
    }
}
