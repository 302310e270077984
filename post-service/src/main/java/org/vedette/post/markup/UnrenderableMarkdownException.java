package org.vedette.post.markup;

/** Signals Markdown whose rendering exceeds a limit of time or size; the message names the limit. */
public final class UnrenderableMarkdownException extends RuntimeException {

    public UnrenderableMarkdownException(String message) {
        super(message, null, false, false);
    }
}
