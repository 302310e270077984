package org.vedette.feed.live.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Correction;
import org.vedette.events.Period;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BylineData;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.serving.web.SeriesName;

/** A post in a live event: enough to show it in a list, and where to read it. Of a withdrawn post only its address and the reason. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LivePostView(
        UUID id,
        long revision,
        String permalink,
        @Nullable String title,
        @Nullable String excerpt,
        @Nullable List<BylineData> bylines,
        @Nullable List<String> tags,
        @Nullable SeriesName series,
        @Nullable Period period,
        @Nullable String tlp,
        @Nullable String language,
        @Nullable Instant publishedAt,
        @Nullable Instant revisedAt,
        @Nullable String correction,
        @Nullable List<Correction> corrections,
        @Nullable String reason) {

    static LivePostView of(ProjectedPost post, Blog blog) {
        return post instanceof Entry entry ? of(entry, blog) : of((Tombstone) post, blog);
    }

    private static LivePostView of(Entry entry, Blog blog) {
        var post = entry.post();
        return new LivePostView(
                post.id(),
                post.revision(),
                blog.permalink(post.slug()),
                post.title(),
                entry.summary(),
                BylineData.of(post.bylines()),
                post.tags(),
                SeriesName.of(post.series()),
                post.period(),
                post.tlp(),
                entry.language().tag(),
                post.publishedAt(),
                post.revisedAt(),
                entry.correction(),
                entry.corrections(),
                null);
    }

    private static LivePostView of(Tombstone withdrawn, Blog blog) {
        var permalink = blog.permalink(withdrawn.slug());
        return new LivePostView(
                withdrawn.id(),
                withdrawn.revision(),
                permalink,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                withdrawn.reason());
    }
}
