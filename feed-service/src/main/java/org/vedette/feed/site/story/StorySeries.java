package org.vedette.feed.site.story;

import org.jspecify.annotations.Nullable;

/**
 * A series, as seen from one of its issues.
 *
 * @param path where its issues are listed
 * @param title its title
 * @param period what the issue covers, such as Week of June 26 – July 2, 2016; null when it does not say
 */
public record StorySeries(
        String path, String title, @Nullable String period) {}
