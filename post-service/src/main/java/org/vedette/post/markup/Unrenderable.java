package org.vedette.post.markup;

/** Markdown that no reader could use and that would only keep the service busy; the message says what is too much. */
public final class Unrenderable extends RuntimeException {

    public Unrenderable(String message) {
        super(message, null, false, false);
    }
}
