package org.vedette.notification.webhooks.web.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;

/**
 * The page of a delivery.
 *
 * @param webhookPath path of the page of its webhook
 * @param facts what is known
 * @param replayPath where it is sent again; null where it is not possible
 * @param attempts the oldest first
 */
public record DeliveryPage(
        ApplicationLayout layout,
        String title,
        String webhookPath,
        List<WebhookDetailPage.Fact> facts,
        @Nullable String replayPath,
        List<Row> attempts) {

    public DeliveryPage {
        facts = List.copyOf(facts);
        attempts = List.copyOf(attempts);
    }

    /** An attempt. */
    public record Row(String at, String outcome, String status, String duration, String answer) {}
}
