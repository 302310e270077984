package org.vedette.events;

import org.jspecify.annotations.Nullable;

/**
 * A printed credit, as it was at the time of writing.
 *
 * @param name the author's name
 * @param affiliation where the author worked; null when the author stands alone
 */
public record Byline(String name, @Nullable String affiliation) {}
