package org.vedette.gateway.administration.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.form.Option;

/**
 * View of the audit log.
 *
 * @param person login name that was looked for; empty for everybody
 * @param action that was looked for; empty for all
 * @param actions what can be looked for
 * @param since first day, as {@code 2026-11-30}; empty for as long as events are kept
 * @param error what is wrong with what was looked for; null when nothing is
 * @param next address of the next page; null on the last
 * @param export address of the same events as CSV
 */
public record AuditPage(
        String person,
        String action,
        List<Option> actions,
        String since,
        @Nullable String error,
        List<Row> rows,
        @Nullable String next,
        String export) {

    public AuditPage {
        actions = List.copyOf(actions);
        rows = List.copyOf(rows);
    }

    /**
     * An event in the list.
     *
     * @param at in UTC, to the second
     * @param instant the same for programs (ISO 8601)
     */
    public record Row(String at, String instant, String who, String action, String detail, String client) {}
}
