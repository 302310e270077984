package org.vedette.post.renaming.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.vedette.post.renaming.Renaming;

/**
 * A renaming in responses to editors.
 *
 * @param kind tag or author
 * @param state waiting, running or finished
 * @param total posts that had the former word, as far as they were found
 * @param changed posts that were changed
 * @param refused posts that keep it, and why
 */
record RenamingView(
        String id,
        String kind,
        String from,
        String to,
        String state,
        int total,
        int changed,
        List<RefusedView> refused,
        String startedBy,
        Instant startedAt,
        Instant updatedAt) {

    /** A post that was not changed, and why. */
    record RefusedView(String post, String title, String reason) {}

    static RenamingView of(Renaming one) {
        return new RenamingView(
                one.id().toString(),
                lower(one.kind()),
                one.from(),
                one.to(),
                lower(one.state()),
                one.total(),
                one.changed(),
                one.refused().stream()
                        .map(each -> new RefusedView(each.post().toString(), each.title(), each.reason()))
                        .toList(),
                one.by().name(),
                one.startedAt(),
                one.updatedAt());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
