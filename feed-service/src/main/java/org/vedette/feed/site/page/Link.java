package org.vedette.feed.site.page;

/**
 * A way to another page.
 *
 * @param words what it says
 * @param path where it leads
 */
public record Link(String words, String path) {}
