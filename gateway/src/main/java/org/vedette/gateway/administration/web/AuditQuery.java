package org.vedette.gateway.administration.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.AuditFilter;
import org.vedette.gateway.audit.AuditPosition;
import org.vedette.gateway.audit.AuditSearch;

/** What an admin looks for in the audit log, as it stands in the address. An empty text is no condition. */
record AuditQuery(String person, String action, String since, String after) {

    AuditQuery {
        person = person.strip().toLowerCase(Locale.ROOT);
        since = since.strip();
    }

    /** What is wrong with it, as a sentence. */
    Optional<String> violation() {
        if (!action.isEmpty() && AuditAction.of(action).isEmpty()) {
            return Optional.of("There is no such action. Choose one of the list.");
        }
        if (!since.isEmpty() && sinceInstant() == null) {
            return Optional.of("Enter the first day as year-month-day, such as 2026-11-30.");
        }
        return !after.isEmpty() && AuditPosition.parse(after).isEmpty()
                ? Optional.of("There is no such place in the log. Begin with the newest events.")
                : Optional.empty();
    }

    AuditFilter filter(AuditSearch search) {
        return search.filter(
                person.isEmpty() ? null : person,
                AuditAction.of(action).orElse(null),
                sinceInstant(),
                AuditPosition.parse(after).orElse(null));
    }

    /** The query of an address that asks for the same, from another place on. */
    String parameters(@Nullable AuditPosition from) {
        var query = "?person=" + encode(person) + "&action=" + encode(action) + "&since=" + encode(since);
        return from == null ? query : query + "&after=" + from.text();
    }

    private @Nullable Instant sinceInstant() {
        try {
            return since.isEmpty()
                    ? null
                    : LocalDate.parse(since).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
