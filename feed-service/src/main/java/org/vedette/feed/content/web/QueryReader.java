package org.vedette.feed.content.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.content.ContentQuery;
import org.vedette.feed.serving.RequestRefused;

/**
 * Reads what is asked for out of the parameters of an address. What it does not know it refuses: a filter that is silently
 * ignored misleads.
 */
@Component
class QueryReader {

    static final String FIELDS = "fields";
    private static final int USUAL = 20;
    private static final Collection<String> KNOWN =
            List.of("author", "cursor", FIELDS, "from", "limit", "series", "tag", "to");

    private final BlogCalendar calendar;

    QueryReader(BlogCalendar calendar) {
        this.calendar = calendar;
    }

    ContentQuery read(MultiValueMap<String, String> parameters) {
        requireKnown(parameters);
        return ContentQuery.of(
                text(parameters, "series"),
                text(parameters, "tag"),
                text(parameters, "author"),
                instant(parameters, "from"),
                instant(parameters, "to"),
                text(parameters, "cursor"),
                limit(text(parameters, "limit")));
    }

    @Nullable
    String text(MultiValueMap<String, String> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new RequestRefused("repeated-parameter", "\"" + name + "\" may be given once.");
        }
        var value = values.isEmpty() ? null : values.get(0);
        return value == null || value.isBlank() ? null : value;
    }

    /** The parameters that were given, in one order: addresses that differ in nothing else have one answer. */
    static String inOrder(MultiValueMap<String, String> parameters) {
        var inOrder = new TreeMap<>(parameters.toSingleValueMap());
        return inOrder.isEmpty()
                ? ""
                : inOrder.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static void requireKnown(MultiValueMap<String, String> parameters) {
        if (!KNOWN.containsAll(parameters.keySet())) {
            throw new RequestRefused(
                    "unknown-parameter", "The parameters known here are " + String.join(", ", KNOWN) + ".");
        }
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    private @Nullable Instant instant(MultiValueMap<String, String> parameters, String name) {
        var text = text(parameters, name);
        if (text == null) {
            return null;
        }
        try {
            return text.length() > 10 ? OffsetDateTime.parse(text).toInstant() : calendar.start(LocalDate.parse(text));
        } catch (DateTimeException notATime) {
            throw new RequestRefused(
                    "malformed-time",
                    "\"" + name + "\" must be a day such as 2026-11-28 or an instant such as 2026-11-28T09:30:00Z.");
        }
    }
}
