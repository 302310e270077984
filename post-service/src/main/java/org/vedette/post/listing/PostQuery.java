package org.vedette.post.listing;

import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Tag;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.Schedule;

/**
 * Asks for posts, the newest first; what is null does not limit them.
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
        int limit) {

    public PostQuery visibleTo(@Nullable String person) {
        return new PostQuery(status, schedule, series, author, tag, tlp, text, person, after, limit);
    }
}
