package org.vedette.feed.serving.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.DateParser;
import org.vedette.feed.serving.RequestRejectedException;

/**
 * The parameters of an address that programs ask at. What is not known there, or given twice, is refused: a filter that is
 * silently ignored misleads. One without a value is as good as none.
 */
public final class QueryParameters {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int LENGTH_OF_A_DAY = "2026-11-28".length();

    private final SortedMap<String, String> given;

    private QueryParameters(SortedMap<String, String> given) {
        this.given = given;
    }

    /**
     * The parameters of a request.
     *
     * @param known the names of those that may be there
     * @throws RequestRejectedException when there are others, or one is there twice
     */
    public static QueryParameters of(ServerHttpRequest request, Collection<String> known) {
        var all = request.getQueryParams();
        if (!known.containsAll(all.keySet())) {
            throw RequestRejectedException.invalid(
                    "unknown-parameter", "The parameters known here are " + String.join(", ", known) + ".");
        }
        var given = new TreeMap<String, String>();
        all.keySet().forEach(name -> {
            var value = only(name, all);
            if (value != null && !value.isBlank()) {
                given.put(name, value);
            }
        });
        return new QueryParameters(given);
    }

    public @Nullable String text(String name) {
        return given.get(name);
    }

    /**
     * A whole number of at most nine digits.
     *
     * @param preset what it is when nothing is said
     */
    public int number(String name, int preset) {
        var text = given.get(name);
        if (text == null) {
            return preset;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw RequestRejectedException.invalid(
                    "malformed-number", "\"" + name + "\" must be a whole number such as 1.");
        }
        return Integer.parseInt(text);
    }

    /** A time, or the beginning of a day in the blog's zone. */
    public @Nullable Instant time(String name, BlogCalendar calendar) {
        var text = given.get(name);
        if (text == null) {
            return null;
        }
        try {
            return text.length() > LENGTH_OF_A_DAY ? DateParser.instant(text) : calendar.startOf(DateParser.date(text));
        } catch (DateTimeException notATime) {
            throw RequestRejectedException.invalid(
                    "malformed-time",
                    "\"" + name + "\" must be a day such as 2026-11-28 or an instant such as 2026-11-28T09:30:00Z.");
        }
    }

    /** All of them as a query, in one order: addresses that differ in nothing else have one answer. */
    public String inOrder() {
        return given.isEmpty()
                ? ""
                : given.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static @Nullable String only(String name, MultiValueMap<String, String> all) {
        var values = all.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw RequestRejectedException.invalid("repeated-parameter", "\"" + name + "\" may be given once.");
        }
        return values.isEmpty() ? null : values.get(0);
    }
}
