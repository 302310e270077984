package org.vedette.feed.site.page;

import java.util.List;

/**
 * The posts of a month.
 *
 * @param name such as June 2016
 * @param stories newest first
 */
public record Month(String name, List<Story> stories) {}
