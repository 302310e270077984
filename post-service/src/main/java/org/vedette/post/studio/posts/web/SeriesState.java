package org.vedette.post.studio.posts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A series with its newest issues.
 *
 * @param cadence in lower case
 * @param introduction what its page says about it; null for nothing
 * @param next what the next issue covers; null where that cannot be known
 * @param isOverdue whether what it covers is over
 */
public record SeriesState(
        String slug,
        String title,
        String cadence,
        @Nullable String introduction,
        boolean needsSecondPerson,
        @Nullable String next,
        boolean isOverdue,
        List<PostRow> issues) {

    public SeriesState {
        issues = List.copyOf(issues);
    }

    /** Where the next issue is written. */
    public String newIssuePath() {
        return "/studio/posts/new?series=" + slug;
    }
}
