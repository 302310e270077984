package org.vedette.feed.search.index.scan;

/**
 * What can be found at a place in a text.
 *
 * @param term how it is spelled in the index
 * @param start where it begins in the text
 * @param end where it ends in the text
 * @param position its place in the order of words
 * @param span words it is made of: 1, or more for an indicator such as a domain
 */
public record Token(String term, int start, int end, int position, int span) {}
