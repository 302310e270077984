package org.vedette.post.markup;

/** Renders Markdown to sanitized HTML and plain text. */
public interface MarkdownRenderer {

    /**
     * Renders one body.
     *
     * @throws UnrenderableMarkdownException when rendering would take too long, or its result is too large
     */
    RenderedBody render(String markdown);
}
