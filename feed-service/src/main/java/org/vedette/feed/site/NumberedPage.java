package org.vedette.feed.site;

import org.jspecify.annotations.Nullable;

/**
 * One of the pages of a list, and the addresses of those around it.
 *
 * @param path address of the first page
 * @param page which page
 * @param pages how many there are
 */
public record NumberedPage(String path, PageNumber page, int pages) {

    /** How many pages a list takes; an empty one has a page that says so. */
    public static NumberedPage of(String path, PageNumber page, int things, int pageSize) {
        return new NumberedPage(path, page, Math.max(1, (things + pageSize - 1) / pageSize));
    }

    public boolean exists() {
        return page.value() <= pages;
    }

    public boolean isFirst() {
        return page.value() == 1;
    }

    public String address() {
        return PageNumber.address(path, page.value());
    }

    /** The problem of a page number after the last one. */
    public Throwable beyondLastPage() {
        return PageProblems.beyondLastPage(page.value(), pages, PageNumber.address(path, pages));
    }

    public @Nullable String previous() {
        return isFirst() ? null : PageNumber.address(path, page.value() - 1);
    }

    public @Nullable String next() {
        return page.value() < pages ? PageNumber.address(path, page.value() + 1) : null;
    }

    /** Null when everything is on one page. */
    public @Nullable Paging paging() {
        return Paging.of(page.value(), pages, number -> PageNumber.address(path, number));
    }

    /** The title of this page; the first page has that of the list. */
    public String title(String ofList) {
        return isFirst() ? ofList : ofList + ", page " + page.value();
    }
}
