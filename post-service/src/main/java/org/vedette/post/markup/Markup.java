package org.vedette.post.markup;

/** Turns Markdown into what is published. */
public interface Markup {

    /**
     * Renders one body.
     *
     * @throws Unrenderable when the Markdown is built to be expensive, or grows too large
     */
    Rendering render(String markdown);
}
