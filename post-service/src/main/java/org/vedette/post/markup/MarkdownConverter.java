package org.vedette.post.markup;

/** Converts HTML to Markdown, without scripts, styles and what Markdown does not have. */
public interface MarkdownConverter {

    /** Converts a fragment of a page of somebody else, whose relative links lead nowhere here and are left out. */
    String convert(String html);

    /** Converts a fragment with its relative links. */
    String convertWithRelativeLinks(String html);
}
