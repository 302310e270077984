package org.vedette.post.markup;

/**
 * A body in the forms it is published in.
 *
 * @param html sanitized HTML, ready to be shown
 * @param text what readers see of it, as plain text
 * @param excerpt its beginning in plain text, at most {@link Excerpt#MAX} characters
 */
public record Rendering(String html, String text, String excerpt) {}
