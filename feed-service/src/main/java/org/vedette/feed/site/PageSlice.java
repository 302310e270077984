package org.vedette.feed.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Sequence;

/**
 * One page of a list.
 *
 * @param path address of the first page of the list
 * @param all everything on the list
 * @param page which page
 */
public record PageSlice(String path, Sequence all, PageNumber page) {

    private static final int SIZE = 30;

    public List<Position> posts() {
        return exists() ? all.slice((page.value() - 1) * SIZE, SIZE) : List.of();
    }

    public boolean exists() {
        return page.value() <= pages();
    }

    public String address() {
        return PageNumber.address(path, page.value());
    }

    /** The problem of a page number after the last one. */
    public Throwable beyondLastPage() {
        return PageProblems.beyondLastPage(page.value(), pages(), PageNumber.address(path, pages()));
    }

    public @Nullable String newer() {
        return isFirst() ? null : PageNumber.address(path, page.value() - 1);
    }

    public @Nullable String older() {
        return page.value() < pages() ? PageNumber.address(path, page.value() + 1) : null;
    }

    /** Null when everything is on one page. */
    public @Nullable Paging paging() {
        return Paging.of(page.value(), pages(), number -> PageNumber.address(path, number));
    }

    /** The title of this page; the first page has that of the list. */
    public String title(String ofList) {
        return isFirst() ? ofList : ofList + ", page " + page.value();
    }

    private int pages() {
        return (all.size() + SIZE - 1) / SIZE;
    }

    private boolean isFirst() {
        return page.value() == 1;
    }
}
