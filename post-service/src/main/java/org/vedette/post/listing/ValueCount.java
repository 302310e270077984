package org.vedette.post.listing;

/**
 * How many posts have a value.
 *
 * @param posts in any state
 * @param published those of them that are published
 */
public record ValueCount(String value, int posts, int published) {}
