package org.vedette.feed.site.head;

/**
 * A property of a page in the words of OpenGraph.
 *
 * @param name such as og:title
 * @param content plain text
 */
public record Property(String name, String content) {}
