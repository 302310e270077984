package org.vedette.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that says one thing: an error, or what came of a request.
 *
 * @param layout what is around it
 * @param status HTTP status code of an error; null for other notices
 * @param title what is the matter
 * @param lede what it means
 * @param advice what to do about it, or why it happened; null when the lede says all
 * @param actions where a reader can go from here, the likeliest first
 * @param requestId what to quote in a question about it; null for nothing
 */
public record NoticePage(
        PageLayout layout,
        @Nullable Integer status,
        String title,
        String lede,
        @Nullable String advice,
        List<Link> actions,
        @Nullable String requestId) {

    public NoticePage {
        actions = List.copyOf(actions);
    }

    /** What came of a request. */
    public static NoticePage of(PageLayout layout, String title, String lede, List<Link> actions) {
        return new NoticePage(layout, null, title, lede, null, actions, null);
    }

    /** An error. */
    public static NoticePage error(PageLayout layout, int status, String title, String lede, List<Link> actions) {
        return new NoticePage(layout, status, title, lede, null, actions, null);
    }

    public NoticePage withAdvice(@Nullable String text) {
        return new NoticePage(layout, status, title, lede, text, actions, requestId);
    }

    public NoticePage withRequestId(@Nullable String id) {
        return new NoticePage(layout, status, title, lede, advice, actions, id);
    }
}
