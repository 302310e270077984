package org.vedette.notification.webhooks.web.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.form.Option;

/**
 * The page of a webhook.
 *
 * @param path its own
 * @param canChange whether it is an admin who looks
 * @param enabled whether messages are sent to it
 * @param signed whether messages are signed, so that there is a secret
 * @param problem what is wrong with it, in a sentence; null for nothing
 * @param facts what is known
 * @param status the deliveries that are shown; empty for all
 * @param statuses those to choose from
 * @param deliveries newest first
 * @param next path of the next page; null for none
 */
public record WebhookDetailPage(
        ApplicationLayout layout,
        String title,
        String path,
        boolean canChange,
        boolean enabled,
        boolean signed,
        @Nullable String problem,
        List<Fact> facts,
        String status,
        List<Option> statuses,
        List<Row> deliveries,
        @Nullable String next) {

    public WebhookDetailPage {
        facts = List.copyOf(facts);
        statuses = List.copyOf(statuses);
        deliveries = List.copyOf(deliveries);
    }

    /** Something that is known. */
    public record Fact(String label, String text) {}

    /**
     * A delivery.
     *
     * @param replayPath where it is sent again; null where it is not possible
     */
    public record Row(
            String at,
            String event,
            String title,
            String path,
            String status,
            String attempts,
            String result,
            @Nullable String replayPath) {}
}
