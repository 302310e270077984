package org.vedette.post.publishing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Byline;
import org.vedette.post.content.Correction;
import org.vedette.post.content.Note;
import org.vedette.post.content.PageMetadata.SharingImage;
import org.vedette.post.content.Period;
import org.vedette.post.content.Tag;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Schedule;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.lifecycle.Withdrawn;
import org.vedette.post.publishing.PostSummary;

/** A post in responses to editors; fields without a value are omitted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostView(
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
        @Nullable String canonicalUrl,
        @Nullable String metaTitle,
        @Nullable String metaDescription,
        @Nullable String excerpt,
        @Nullable SharingImage sharingImage,
        Instant createdAt,
        @Nullable Instant publishAt,
        @Nullable Instant publishedAt,
        @Nullable Instant revisedAt,
        @Nullable List<Correction> corrections,
        @Nullable Boolean quiet,
        @Nullable Boolean readyForReview,
        @Nullable ScheduleView schedule,
        @Nullable WithdrawalView withdrawal) {

    static final String DRAFT = "draft";

    /** A schedule; {@code reason} says why it failed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScheduleView(
            String state, boolean quiet, @Nullable String reason) {

        static ScheduleView of(Schedule schedule) {
            return new ScheduleView(
                    schedule.state().name().toLowerCase(Locale.ROOT), schedule.isQuiet(), schedule.reason());
        }
    }

    /** A withdrawal, with the reason that readers see. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WithdrawalView(Instant at, @Nullable String reason) {

        static WithdrawalView of(Withdrawn post) {
            return new WithdrawalView(
                    post.withdrawnAt(),
                    Optional.ofNullable(post.reason()).map(Note::value).orElse(null));
        }
    }

    public static PostView of(Post post, Permalinks permalinks) {
        return of(post, post.content().body().markdown(), permalinks);
    }

    /** The view of a list, without the body. */
    public static PostView of(PostSummary summary, Permalinks permalinks) {
        return of(summary.post(), null, permalinks);
    }

    private static PostView of(Post post, @Nullable String body, Permalinks permalinks) {
        var content = post.content();
        var metadata = content.metadata();
        var published = publication(post);
        return new PostView(
                post.id().toString(),
                post.revision().value(),
                PostField.status(post),
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
                metadata.canonicalUrl() == null ? null : metadata.canonicalUrl().value(),
                metadata.title(),
                metadata.description(),
                metadata.excerpt(),
                metadata.image(),
                post.createdAt(),
                publishAt(post),
                published == null ? null : published.publishedAt(),
                published == null ? null : published.revisedAt(),
                published == null ? null : published.corrections(),
                published == null ? null : published.isQuiet(),
                PostField.isReady(post) ? true : null,
                post instanceof Scheduled scheduled ? ScheduleView.of(scheduled.schedule()) : null,
                post instanceof Withdrawn withdrawn ? WithdrawalView.of(withdrawn) : null);
    }

    private static @Nullable Published publication(Post post) {
        if (post instanceof Withdrawn withdrawn) {
            return withdrawn.last();
        }
        return post instanceof Published published ? published : null;
    }

    /** The date that a post gets; null for one that has its date. */
    static @Nullable Instant publishAt(Post post) {
        if (post instanceof Scheduled scheduled) {
            return scheduled.schedule().publishAt();
        }
        return post instanceof Draft draft ? draft.publishAt() : null;
    }
}
