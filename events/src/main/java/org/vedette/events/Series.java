package org.vedette.events;

/**
 * The recurring column a post belongs to.
 *
 * @param slug last path segment of the series' address; never changes
 * @param title what readers see; may change
 */
public record Series(String slug, String title) {}
