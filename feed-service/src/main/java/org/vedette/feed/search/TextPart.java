package org.vedette.feed.search;

/**
 * A piece of plain text.
 *
 * @param text as it stands in the post
 * @param marked whether it is what was searched for
 */
public record TextPart(String text, boolean marked) {}
