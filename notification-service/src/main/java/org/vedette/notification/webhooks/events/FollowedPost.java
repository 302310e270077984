package org.vedette.notification.webhooks.events;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PublicPost;
import org.vedette.notification.preferences.PostTopics;

/**
 * What the public last saw of a post.
 *
 * @param revision newest revision that receivers were told of, or that concerned none
 * @param isPublic whether everybody may see it
 * @param hiddenRevision newest revision at which it was not public; 0 for none. No content of this revision or an earlier one is
 *     sent any more
 * @param slug last path segment it had in public
 * @param series slug of the series it had in public; null for none
 */
public record FollowedPost(
        UUID id,
        long revision,
        boolean isPublic,
        long hiddenRevision,
        String title,
        String slug,
        List<String> formerSlugs,
        @Nullable String series,
        List<String> tags) {

    /** The label that everybody may see. */
    static final String PUBLIC_LABEL = "CLEAR";

    public FollowedPost {
        formerSlugs = List.copyOf(formerSlugs);
        tags = List.copyOf(tags);
    }

    /** A post that nothing is known of. */
    static FollowedPost unknown(UUID id) {
        return new FollowedPost(id, 0, false, 0, "", "", List.of(), null, List.of());
    }

    boolean isKnown() {
        return revision > 0;
    }

    static boolean isPublic(PublicPost post) {
        return post.tlp().equals(PUBLIC_LABEL);
    }

    FollowedPost shown(PublicPost post) {
        var slugOfSeries = post.series() == null ? null : post.series().slug();
        return new FollowedPost(
                id,
                post.revision(),
                true,
                hiddenRevision,
                post.title(),
                post.slug(),
                post.formerSlugs(),
                slugOfSeries,
                post.tags());
    }

    FollowedPost hidden(long hidingRevision) {
        return new FollowedPost(id, hidingRevision, false, hidingRevision, title, slug, formerSlugs, series, tags);
    }

    PostTopics topics() {
        return new PostTopics(series, Set.copyOf(tags), Set.of());
    }
}
