package org.vedette.post.studio.redirects.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;

/**
 * The redirects, and a form for one more.
 *
 * @param error why one was not added; null for nothing
 * @param from as it was typed
 * @param to as it was typed
 * @param next address of the next page; null on the last one
 */
public record RedirectsPage(
        ApplicationLayout layout,
        @Nullable String error,
        String from,
        String to,
        String text,
        List<RedirectRow> redirects,
        @Nullable String next,
        boolean canChange) {

    public RedirectsPage {
        redirects = List.copyOf(redirects);
    }

    /**
     * A redirect.
     *
     * @param removalPath of the page that asks whether it is to be deleted
     */
    public record RedirectRow(String from, String to, String when, String by, String removalPath) {}
}
