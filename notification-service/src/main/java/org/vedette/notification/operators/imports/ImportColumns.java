package org.vedette.notification.operators.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.operators.SubscriberCsv;
import org.vedette.notification.operators.SubscriberState;
import org.vedette.notification.operators.imports.CsvRows.Row;

/**
 * What the columns of a file mean, by the names in its first row: those of our own export, and of the exports of listmonk, Ghost
 * and Mailchimp.
 */
final class ImportColumns {

    private static final List<String> ADDRESS = List.of("address", "email", "email address", "e-mail");
    private static final List<String> STATE = List.of("state", "status", "subscribed_to_emails");
    private static final List<String> CONSENT_AT =
            List.of("consent_at", "confirm_time", "optin_time", "created_at", "since");
    private static final List<String> CONSENT_FROM = List.of("consent_from", "confirm_ip", "optin_ip");
    private static final List<String> ENDED = List.of("unsub_time", "deleted_at");
    private static final List<String> BOUNCED = List.of("clean_time");

    private static final Map<String, SubscriberState> STATES = states();
    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[' ']['T']HH:mm[:ss][.SSSSSS][.SSS]")
            .toFormatter(Locale.ROOT);

    private final Map<String, Integer> positions = new HashMap<>();

    /**
     * The columns of a file.
     *
     * @throws UnreadableFileException when none of them has addresses
     */
    ImportColumns(Row header) {
        for (var at = 0; at < header.cells().size(); at++) {
            positions.putIfAbsent(header.cells().get(at).strip().toLowerCase(Locale.ROOT), at);
        }
        if (ADDRESS.stream().noneMatch(positions::containsKey)) {
            throw new UnreadableFileException("The first line names no column with mail addresses. It must be called"
                    + " “address”, “email” or “Email Address”; the others may be those of this system, listmonk, Ghost or"
                    + " Mailchimp.");
        }
    }

    String address(Row row) {
        return unescaped(cell(row, ADDRESS));
    }

    /** The state; empty when the file says something else. */
    Optional<SubscriberState> state(Row row) {
        if (!cell(row, BOUNCED).isEmpty()) {
            return Optional.of(SubscriberState.SUPPRESSED);
        }
        if (!cell(row, ENDED).isEmpty()) {
            return Optional.of(SubscriberState.UNSUBSCRIBED);
        }
        return Optional.ofNullable(STATES.get(cell(row, STATE).toLowerCase(Locale.ROOT)));
    }

    /** When the subscriber consented; null when the file does not say it. */
    @Nullable
    Instant consentAt(Row row) {
        return CONSENT_AT.stream()
                .map(name -> instant(cell(row, List.of(name))))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** Address of the client that consented; null when the file does not say it. */
    @Nullable
    String consentFrom(Row row) {
        var from = cell(row, CONSENT_FROM);
        return from.isEmpty() ? null : from;
    }

    /** Slugs of the series that our own export has. */
    List<String> series(Row row) {
        return parts(cell(row, List.of("series")), " ");
    }

    /** Tags that our own export has. */
    List<String> tags(Row row) {
        return parts(cell(row, List.of("tags")), ",");
    }

    private String cell(Row row, List<String> names) {
        return names.stream()
                .map(positions::get)
                .filter(position -> position != null && position < row.cells().size())
                .map(position -> row.cells().get(position).strip())
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Our own export writes an apostrophe before what looks like a formula. */
    private static String unescaped(String cell) {
        return cell.startsWith("'") && SubscriberCsv.isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static List<String> parts(String cell, String separator) {
        return Arrays.stream(unescaped(cell).split(separator, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Optional<Instant> instant(String cell) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    cell.endsWith("Z")
                            ? Instant.parse(cell)
                            : LocalDateTime.parse(cell, LOCAL).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Map<String, SubscriberState> states() {
        var states = new HashMap<String, SubscriberState>();
        Set.of("", "active", "enabled", "subscribed", "confirmed", "true")
                .forEach(word -> states.put(word, SubscriberState.ACTIVE));
        Set.of("unsubscribed", "disabled", "false").forEach(word -> states.put(word, SubscriberState.UNSUBSCRIBED));
        Set.of("suppressed", "blocklisted", "blacklisted", "cleaned", "bounced")
                .forEach(word -> states.put(word, SubscriberState.SUPPRESSED));
        Set.of("pending", "unconfirmed").forEach(word -> states.put(word, SubscriberState.PENDING));
        return Map.copyOf(states);
    }
}
