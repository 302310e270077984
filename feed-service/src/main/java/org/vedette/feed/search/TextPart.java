package org.vedette.feed.search;

/**
 * A part of a plain text.
 *
 * @param text as it stands in the post
 * @param marked whether it matches the query
 */
public record TextPart(String text, boolean marked) {}
