package org.vedette.post.listing;

import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Tag;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.Schedule;

/**
 * Asks for posts; what is null does not limit them.
 *
 * @param status state in lower case, or ready for drafts that wait for an editor
 * @param schedule state of the schedule
 * @param author a name as bylines have it, in any case, or the slug that it gives
 * @param text words that all must occur, in any case; the last one may be the beginning of a word
 * @param visibleTo id of an author, who sees posts of their own and those that are public; null for an editor
 */
public record PostQuery(
        @Nullable String status,
        Schedule.@Nullable State schedule,
        @Nullable String series,
        @Nullable String author,
        @Nullable Tag tag,
        @Nullable Tlp tlp,
        @Nullable String text,
        @Nullable String visibleTo,
        @Nullable PostCursor after,
        int limit,
        PostOrder order) {

    /** Asks for the posts that were created last. */
    public PostQuery(
            @Nullable String status,
            Schedule.@Nullable State schedule,
            @Nullable String series,
            @Nullable String author,
            @Nullable Tag tag,
            @Nullable Tlp tlp,
            @Nullable String text,
            @Nullable String visibleTo,
            @Nullable PostCursor after,
            int limit) {
        this(status, schedule, series, author, tag, tlp, text, visibleTo, after, limit, PostOrder.CREATED_LAST);
    }

    public static final PostQuery ALL = new PostQuery(null, null, null, null, null, null, null, null, null, 1);

    /** All posts in a state. */
    public static PostQuery ofStatus(String status, int limit) {
        return new PostQuery(status, null, null, null, null, null, null, null, null, limit);
    }

    /** All posts whose schedule is in a state. */
    public static PostQuery ofSchedule(Schedule.State state, int limit) {
        return new PostQuery(null, state, null, null, null, null, null, null, null, limit);
    }

    public PostQuery visibleTo(@Nullable String person) {
        return new PostQuery(status, schedule, series, author, tag, tlp, text, person, after, limit, order);
    }

    public PostQuery after(@Nullable PostCursor cursor) {
        return new PostQuery(status, schedule, series, author, tag, tlp, text, visibleTo, cursor, limit, order);
    }

    public PostQuery in(PostOrder other) {
        return new PostQuery(status, schedule, series, author, tag, tlp, text, visibleTo, after, limit, other);
    }
}
