package org.vedette.notification.webhooks.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of webhooks, newest first.
 *
 * @param next value of {@code before} for the next page; null for none
 */
record WebhookPage(List<WebhookView> webhooks, @Nullable String next) {

    WebhookPage {
        webhooks = List.copyOf(webhooks);
    }
}
