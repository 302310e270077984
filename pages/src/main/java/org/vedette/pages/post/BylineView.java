package org.vedette.pages.post;

import org.jspecify.annotations.Nullable;

/**
 * A byline with the page of its author.
 *
 * @param name the author's name
 * @param affiliation where the author worked at the time; null when the author stands alone
 * @param comma what stands between name and affiliation, with the blank after it, in the script of the name
 * @param path where the author's posts are listed
 */
public record BylineView(String name, @Nullable String affiliation, String comma, String path) {}
