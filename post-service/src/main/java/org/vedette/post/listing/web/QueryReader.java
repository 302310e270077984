package org.vedette.post.listing.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Tag;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.Schedule;
import org.vedette.post.listing.PostCursor;
import org.vedette.post.listing.PostQuery;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;

/** Parses the parameters of a list; an empty one counts as missing. */
public final class QueryReader {

    private static final int MAX_TEXT = 200;
    private static final List<String> STATES = List.of("draft", "ready", "scheduled", "published", "withdrawn");

    public PostQuery read(
            int limit,
            @Nullable String status,
            @Nullable String schedule,
            @Nullable String series,
            @Nullable String author,
            @Nullable String tag,
            @Nullable String tlp,
            @Nullable String text,
            @Nullable String cursor) {
        return new PostQuery(
                parse("status", status, QueryReader::state),
                parse("schedule", schedule, QueryReader::schedule),
                parse("series", series, QueryReader::shortText),
                parse("author", author, QueryReader::shortText),
                parse("tag", tag, Tag::new),
                parse("tlp", tlp, Tlp::of),
                parse("q", text, QueryReader::shortText),
                null,
                parse("cursor", cursor, QueryReader::cursor),
                limit);
    }

    private static <T> @Nullable T parse(String name, @Nullable String text, Function<String, T> reader) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reader.apply(text.strip());
        } catch (InvalidValueException invalid) {
            var message = String.valueOf(invalid.getMessage());
            throw new ProblemException(
                    Problem.of(StandardProblem.MALFORMED_REQUEST, "The parameter " + name + " " + message + ".")
                            .withError(name, message));
        }
    }

    private static String state(String text) {
        var state = text.toLowerCase(Locale.ROOT);
        if (!STATES.contains(state)) {
            throw new InvalidValueException("must be one of " + String.join(", ", STATES));
        }
        return state;
    }

    private static Schedule.State schedule(String text) {
        return Arrays.stream(Schedule.State.values())
                .filter(state -> state.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("must be one of waiting, late, failed"));
    }

    private static String shortText(String text) {
        if (text.length() > MAX_TEXT) {
            throw new InvalidValueException("must have at most " + MAX_TEXT + " characters, has " + text.length());
        }
        return text;
    }

    private static PostCursor cursor(String text) {
        return PostCursor.parse(text)
                .orElseThrow(() -> new InvalidValueException("must be the value next of the page before"));
    }
}
