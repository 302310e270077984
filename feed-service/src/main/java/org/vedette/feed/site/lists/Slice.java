package org.vedette.feed.site.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.site.page.Paging;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Sequence;

/**
 * One page of a list.
 *
 * @param path address of the first page of the list
 * @param all everything on the list
 * @param page which page
 */
public record Slice(String path, Sequence all, PageNumber page) {

    private static final int SIZE = 30;

    public List<Position> posts() {
        return isThere() ? all.slice((page.value() - 1) * SIZE, SIZE) : List.of();
    }

    public int pages() {
        return (all.size() + SIZE - 1) / SIZE;
    }

    public boolean isThere() {
        return page.value() <= pages();
    }

    public boolean isFirst() {
        return page.value() == 1;
    }

    public String address() {
        return PageNumber.address(path, page.value());
    }

    public String addressOfLast() {
        return PageNumber.address(path, pages());
    }

    public @Nullable String newer() {
        return isFirst() ? null : PageNumber.address(path, page.value() - 1);
    }

    public @Nullable String older() {
        return page.value() < pages() ? PageNumber.address(path, page.value() + 1) : null;
    }

    /** What stands under the list; null when everything is on one page. */
    public @Nullable Paging paging() {
        return pages() == 1 ? null : new Paging("Page " + page.value() + " of " + pages(), newer(), older());
    }

    /** The title of the page; the first page has that of the list. */
    public String titled(String title) {
        return isFirst() ? title : title + ", page " + page.value();
    }
}
