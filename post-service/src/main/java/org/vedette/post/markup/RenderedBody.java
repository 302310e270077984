package org.vedette.post.markup;

/**
 * A rendered body in the formats it is published in.
 *
 * @param html sanitized HTML, ready to be shown
 * @param text the visible text, as plain text
 * @param excerpt its beginning in plain text, at most {@link Excerpt#MAX} characters
 */
public record RenderedBody(String html, String text, String excerpt) {}
