package org.vedette.notification.reports.web;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.Alerts.Position;

/** Where a page of alerts begins, as one word of an address. */
public final class AlertCursor {

    private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\.([a-z0-9-]{1,64})");

    private AlertCursor() {}

    /** The word for a position. */
    public static String text(Position position) {
        return position.createdAt().toEpochMilli() + "." + position.alert();
    }

    /** The position that a word stands for; empty when it is none of ours. */
    public static Optional<Position> parse(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new Position(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), new AlertId(parts.group(2))))
                : Optional.empty();
    }
}
