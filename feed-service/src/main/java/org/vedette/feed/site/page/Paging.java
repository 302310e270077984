package org.vedette.feed.site.page;

import org.jspecify.annotations.Nullable;

/**
 * Where in a list of several pages one is.
 *
 * @param words such as Page 2 of 7
 * @param newer path of the page with newer posts; null on the first
 * @param older path of the page with older posts; null on the last
 */
public record Paging(
        String words, @Nullable String newer, @Nullable String older) {}
