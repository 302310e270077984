package org.vedette.notification.studio.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.form.Option;

/**
 * The list of alerts and digests.
 *
 * @param stopped says that all mail is stopped; null while it is not
 * @param state the status that is shown; empty for every one
 * @param states the statuses to choose from
 * @param alerts the alerts, the newest first
 * @param message why there are none; null when there are
 * @param next path of the next page; null for none
 * @param digests the newest digests, on the first page
 */
public record AlertsPage(
        ApplicationLayout layout,
        @Nullable String stopped,
        String state,
        List<Option> states,
        List<Row> alerts,
        @Nullable String message,
        @Nullable String next,
        List<Row> digests) {

    public AlertsPage {
        states = List.copyOf(states);
        alerts = List.copyOf(alerts);
        digests = List.copyOf(digests);
    }

    /** An alert or a digest. */
    public record Row(String title, String path, String facts) {}
}
