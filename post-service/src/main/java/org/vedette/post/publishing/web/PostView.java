package org.vedette.post.publishing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vedette.post.manuscript.Byline;
import org.vedette.post.manuscript.Manuscript;
import org.vedette.post.manuscript.Period;
import org.vedette.post.manuscript.Tag;
import org.vedette.post.publishing.Draft;
import org.vedette.post.publishing.Permalinks;
import org.vedette.post.publishing.Post;
import org.vedette.post.publishing.Published;

/** A post as editors get it; what it does not have is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PostView(
        String id,
        long revision,
        String status,
        String permalink,
        String slug,
        String title,
        @Nullable String standfirst,
        String body,
        List<Byline> bylines,
        List<String> tags,
        @Nullable String series,
        @Nullable Period period,
        String tlp,
        Instant createdAt,
        @Nullable Instant publishAt,
        @Nullable Instant publishedAt,
        @Nullable Instant revisedAt) {

    static PostView of(Post post, Permalinks permalinks) {
        Manuscript manuscript = post.manuscript();
        Optional<Published> published =
                Optional.of(post).filter(Published.class::isInstance).map(Published.class::cast);
        return new PostView(
                post.id().toString(),
                post.revision().value(),
                published.isPresent() ? "published" : "draft",
                permalinks.of(post.slug()),
                post.slug().value(),
                manuscript.title().value(),
                manuscript.introduction().orElse(null),
                manuscript.body().markdown(),
                manuscript.bylines(),
                manuscript.tags().stream().map(Tag::value).toList(),
                manuscript.series(),
                manuscript.period(),
                manuscript.tlp().label(),
                post.createdAt(),
                post instanceof Draft draft ? draft.publishAt() : null,
                published.map(Published::publishedAt).orElse(null),
                published.map(Published::revisedAt).orElse(null));
    }
}
