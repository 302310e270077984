package org.vedette.feed.site;

import org.jspecify.annotations.Nullable;

/**
 * The links between the pages of a list.
 *
 * @param text such as Page 2 of 7
 * @param newer path of the page with newer posts; null on the first
 * @param older path of the page with older posts; null on the last
 */
public record Paging(
        String text, @Nullable String newer, @Nullable String older) {}
