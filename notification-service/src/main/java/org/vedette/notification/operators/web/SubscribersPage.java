package org.vedette.notification.operators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.form.Option;

/**
 * The list of subscribers.
 *
 * @param counts how many there are in each state, in words
 * @param text what was searched for
 * @param state the state that is shown; empty for every one
 * @param states the states to choose from
 * @param rows the subscribers
 * @param message why there are none; null when there are
 * @param next path of the next page; null for none
 * @param weeks how subscribers came and went, the newest week first; empty before anything was counted
 */
public record SubscribersPage(
        ApplicationLayout layout,
        String counts,
        String text,
        String state,
        List<Option> states,
        List<Row> rows,
        @Nullable String message,
        @Nullable String next,
        List<WeekRow> weeks) {

    public SubscribersPage {
        states = List.copyOf(states);
        rows = List.copyOf(rows);
        weeks = List.copyOf(weeks);
    }

    /** A subscriber. */
    public record Row(String address, String path, String facts) {}

    /** The subscribers who came and went within a week. */
    public record WeekRow(String week, String confirmed, String imported, String left, String suppressed, String net) {}
}
