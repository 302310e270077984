package org.vedette.post.publishing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Byline;
import org.vedette.post.content.Correction;
import org.vedette.post.content.Period;
import org.vedette.post.content.Tag;
import org.vedette.post.publishing.Draft;
import org.vedette.post.publishing.Post;
import org.vedette.post.publishing.PostSummary;
import org.vedette.post.publishing.Published;

/** A post in responses to editors; fields without a value are omitted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PostView(
        String id,
        long revision,
        String status,
        String permalink,
        String slug,
        String title,
        @Nullable String standfirst,
        @Nullable String body,
        List<Byline> bylines,
        List<String> tags,
        @Nullable String series,
        @Nullable Period period,
        String tlp,
        String language,
        Instant createdAt,
        @Nullable Instant publishAt,
        @Nullable Instant publishedAt,
        @Nullable Instant revisedAt,
        @Nullable List<Correction> corrections) {

    static final String DRAFT = "draft";

    static PostView of(Post post, Permalinks permalinks) {
        return of(post, post.content().body().markdown(), permalinks);
    }

    /** The view of a list, without the body. */
    static PostView of(PostSummary summary, Permalinks permalinks) {
        return of(summary.post(), null, permalinks);
    }

    private static PostView of(Post post, @Nullable String body, Permalinks permalinks) {
        var content = post.content();
        var published = post instanceof Published isPublic ? isPublic : null;
        return new PostView(
                post.id().toString(),
                post.revision().value(),
                status(post),
                permalinks.of(post.slug()),
                post.slug().value(),
                content.title().value(),
                content.introduction().orElse(null),
                body,
                content.bylines(),
                content.tags().stream().map(Tag::value).toList(),
                content.series(),
                content.period(),
                content.tlp().label(),
                content.language().tag(),
                post.createdAt(),
                post instanceof Draft draft ? draft.publishAt() : null,
                published == null ? null : published.publishedAt(),
                published == null ? null : published.revisedAt(),
                published == null ? null : published.corrections());
    }

    static String status(Post post) {
        return post instanceof Draft ? DRAFT : "published";
    }
}
