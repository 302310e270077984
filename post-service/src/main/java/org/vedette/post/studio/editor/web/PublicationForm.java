package org.vedette.post.studio.editor.web;

import java.util.Objects;
import org.springframework.util.MultiValueMap;

/**
 * The fields of the page of a publication as somebody typed them.
 *
 * @param action publish, schedule, cancel, withdraw
 * @param date day of a schedule
 * @param time of the day, in the zone of the site
 * @param offset of a time that comes twice; empty for any other
 * @param isQuiet whether nobody is mailed
 * @param isSecondIssue whether another issue of the series may cover the same period
 * @param reason of a withdrawal, for readers
 * @param tellsAlerted whether those who were mailed about the post are mailed the withdrawal
 */
public record PublicationForm(
        String revision,
        String action,
        String date,
        String time,
        String offset,
        boolean isQuiet,
        boolean isSecondIssue,
        String reason,
        boolean tellsAlerted) {

    static PublicationForm empty(String revision) {
        return new PublicationForm(revision, "", "", "09:00", "", false, false, "", false);
    }

    static PublicationForm of(MultiValueMap<String, String> fields) {
        return new PublicationForm(
                text("revision", fields),
                text("action", fields),
                text("date", fields),
                text("time", fields),
                text("offset", fields),
                !text("quiet", fields).isEmpty(),
                !text("secondIssue", fields).isEmpty(),
                text("reason", fields),
                !text("tellAlerted", fields).isEmpty());
    }

    PublicationForm on(String otherRevision) {
        return new PublicationForm(
                otherRevision, action, date, time, offset, isQuiet, isSecondIssue, reason, tellsAlerted);
    }

    private static String text(String name, MultiValueMap<String, String> fields) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
    }
}
