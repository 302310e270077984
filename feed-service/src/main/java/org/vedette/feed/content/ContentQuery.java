package org.vedette.feed.content;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.timeline.SortKey;

/**
 * A query for posts; a post must match every criterion.
 *
 * @param series slug of a series; null for any
 * @param tag a tag; null for any
 * @param author slug of an author; null for any
 * @param from first instant of publication; null for any
 * @param to first instant that is too late; null for any
 * @param after sort key of the last post of the previous page; null for the first page
 * @param limit posts on a page, 1 to {@link #MAX_LIMIT}
 */
public record ContentQuery(
        @Nullable String series,
        @Nullable String tag,
        @Nullable String author,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable SortKey after,
        int limit) {

    public static final int MAX_LIMIT = 100;

    /** More would make responses of many megabytes. */
    public static final int MAX_LIMIT_WITH_BODIES = 20;

    public ContentQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw RequestRejectedException.invalid(
                    "limit-out-of-range", "\"limit\" must be a whole number from 1 to " + MAX_LIMIT + ".");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw RequestRejectedException.invalid("time-reversed", "\"from\" must be before \"to\".");
        }
    }

    /**
     * Checks the lower limit of posts with their bodies.
     *
     * @throws RequestRejectedException when the limit is higher
     */
    public void requireLimitForBodies() {
        if (limit > MAX_LIMIT_WITH_BODIES) {
            throw RequestRejectedException.invalid(
                    "limit-out-of-range",
                    "With \"html\", \"text\" or \"corrections\" among the fields, \"limit\" must be at most "
                            + MAX_LIMIT_WITH_BODIES + ".");
        }
    }

    /** The lists a post must be in. */
    List<Scope> scopes() {
        return Stream.of(
                        series == null ? null : Scope.series(series),
                        tag == null ? null : Scope.tag(tag),
                        author == null ? null : Scope.author(author))
                .filter(Objects::nonNull)
                .toList();
    }
}
