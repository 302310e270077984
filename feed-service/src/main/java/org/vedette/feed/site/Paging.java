package org.vedette.feed.site;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The links between the pages of a list.
 *
 * @param text such as Page 2 of 7
 * @param newer path of the page with newer posts; null on the first
 * @param older path of the page with older posts; null on the last
 */
public record Paging(
        String text, @Nullable String newer, @Nullable String older) {

    /** The links of one of several pages; null when everything is on one. */
    public static @Nullable Paging of(int page, int pages, IntFunction<String> address) {
        return pages == 1
                ? null
                : new Paging(
                        "Page " + page + " of " + pages,
                        page == 1 ? null : address.apply(page - 1),
                        page < pages ? address.apply(page + 1) : null);
    }
}
