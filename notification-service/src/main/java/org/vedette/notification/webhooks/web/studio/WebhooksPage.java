package org.vedette.notification.webhooks.web.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;

/**
 * The list of webhooks.
 *
 * @param canChange whether it is an admin who looks
 * @param encrypted whether secrets are encrypted in the store
 * @param rows the webhooks, newest first
 * @param next path of the next page; null for none
 */
public record WebhooksPage(
        ApplicationLayout layout,
        boolean canChange,
        boolean encrypted,
        List<Row> rows,
        @Nullable String next) {

    public WebhooksPage {
        rows = List.copyOf(rows);
    }

    /** A webhook. */
    public record Row(String title, String path, String address, String facts) {}
}
