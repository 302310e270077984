package org.vedette.feed.content;

/**
 * A tag and how much there is to it.
 *
 * @param tag lower-case
 * @param posts how many have it
 */
public record TagSummary(String tag, int posts) {}
