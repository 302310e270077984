package org.vedette.notification.digests;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.PublicPost;
import org.vedette.events.Series;
import org.vedette.notification.preferences.PostTopics;

/**
 * The part of a public post that a digest shows.
 *
 * @param summary the editor's introduction, or the excerpt where there is none
 * @param language of title and summary, a BCP 47 tag; null stands for that of the site
 */
public record DigestedPost(
        UUID id,
        long revision,
        String slug,
        String title,
        String summary,
        List<Byline> bylines,
        @Nullable Series series,
        List<String> tags,
        Instant publishedAt,
        @Nullable String language) {

    public DigestedPost {
        requireNonNull(id, "id");
        requireNonNull(slug, "slug");
        requireNonNull(title, "title");
        requireNonNull(summary, "summary");
        requireNonNull(publishedAt, "publishedAt");
        bylines = List.copyOf(bylines);
        tags = List.copyOf(tags);
    }

    /** The part of a post that a digest needs. */
    public static DigestedPost of(PublicPost post) {
        return new DigestedPost(
                post.id(),
                post.revision(),
                post.slug(),
                post.title(),
                Objects.requireNonNullElse(post.standfirst(), post.excerpt()),
                post.bylines(),
                post.series(),
                post.tags(),
                post.publishedAt(),
                post.language());
    }

    /** What decides who wants to be told about it. */
    public PostTopics topics() {
        return new PostTopics(series == null ? null : series.slug(), Set.copyOf(tags), Set.of());
    }
}
