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
        return numbered().exists();
    }

    public String address() {
        return numbered().address();
    }

    /** The problem of a page number after the last one. */
    public Throwable beyondLastPage() {
        return numbered().beyondLastPage();
    }

    public @Nullable String newer() {
        return numbered().previous();
    }

    public @Nullable String older() {
        return numbered().next();
    }

    /** Null when everything is on one page. */
    public @Nullable Paging paging() {
        return numbered().paging();
    }

    /** The title of this page; the first page has that of the list. */
    public String title(String ofList) {
        return numbered().title(ofList);
    }

    private NumberedPage numbered() {
        return NumberedPage.of(path, page, all.size(), SIZE);
    }
}
