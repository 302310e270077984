package org.vedette.feed.site.head;

/**
 * A step on the way to a page.
 *
 * @param name what it is called there
 * @param path where it is
 */
public record Crumb(String name, String path) {}
