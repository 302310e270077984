package org.vedette.feed.serving.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.DateParser;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.starter.api.UnknownParameters;
import org.vedette.starter.problems.ProblemException;

/**
 * The query parameters of an API. Unknown and repeated ones are rejected, because a filter that is ignored silently
 * misleads; one without a value counts as absent.
 */
public final class QueryParameters {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int DATE_LENGTH = "2026-11-28".length();

    private final SortedMap<String, String> values;

    private QueryParameters(SortedMap<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the parameters of a request.
     *
     * @param known names of the parameters of the API
     * @throws ProblemException when there is another one
     * @throws RequestRejectedException when one is repeated
     */
    public static QueryParameters of(ServerHttpRequest request, Collection<String> known) {
        var all = request.getQueryParams();
        UnknownParameters.refuse(all.keySet(), known);
        var values = new TreeMap<String, String>();
        all.keySet().forEach(name -> {
            var value = single(name, all);
            if (value != null && !value.isBlank()) {
                values.put(name, value);
            }
        });
        return new QueryParameters(values);
    }

    /** The same parameters, with another value of one that is there; without change where it is absent. */
    public QueryParameters replace(String name, UnaryOperator<String> change) {
        var replaced = new TreeMap<>(values);
        replaced.computeIfPresent(name, (same, value) -> change.apply(value));
        return new QueryParameters(replaced);
    }

    public @Nullable String text(String name) {
        return values.get(name);
    }

    /**
     * A whole number of at most nine digits.
     *
     * @param defaultValue its value when it is absent
     * @param max the largest one that is allowed, for the error
     */
    public int number(String name, int defaultValue, int max) {
        var text = values.get(name);
        if (text == null) {
            return defaultValue;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw RequestRejectedException.invalid(
                    "malformed-number", "\"" + name + "\" must be a whole number from 1 to " + max + ".");
        }
        return Integer.parseInt(text);
    }

    /** A time, or the start of a day in the blog's zone. */
    public @Nullable Instant time(String name, BlogCalendar calendar) {
        var text = values.get(name);
        if (text == null) {
            return null;
        }
        try {
            return text.length() > DATE_LENGTH ? DateParser.instant(text) : calendar.startOf(DateParser.date(text));
        } catch (DateTimeException notATime) {
            throw RequestRejectedException.invalid(
                    "malformed-time",
                    "\"" + name + "\" must be a day such as 2026-11-28 or an instant such as 2026-11-28T09:30:00Z.");
        }
    }

    /** The query string with the parameters in one order, so that equivalent requests share one cached response. */
    public String canonical() {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static @Nullable String single(String name, MultiValueMap<String, String> all) {
        var values = all.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw RequestRejectedException.repeated(name);
        }
        return values.isEmpty() ? null : values.get(0);
    }
}
