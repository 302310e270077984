package org.vedette.post.studio.preflight;

/**
 * Something that an editor should look at.
 *
 * @param message what it is, and what to do
 * @param field name of the field that it is in
 * @param line line of the text, from 1; 0 when it is in no line
 */
public record Finding(String message, String field, int line) {

    private static final String BODY = "body";

    static Finding in(String field, String message) {
        return new Finding(message, field, 0);
    }

    static Finding at(int line, String message) {
        return new Finding(message, BODY, line);
    }

    /** The place in the editor, as the fragment of an address. */
    public String fragment() {
        return line == 0 ? field : "line-" + line;
    }
}
