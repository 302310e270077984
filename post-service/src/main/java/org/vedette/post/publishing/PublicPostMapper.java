package org.vedette.post.publishing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Correction;
import org.vedette.events.PageMetadata;
import org.vedette.events.Period;
import org.vedette.events.PostWithdrawn;
import org.vedette.events.PublicPost;
import org.vedette.events.Series;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.content.PageMetadata.CanonicalUrl;
import org.vedette.post.content.PageMetadata.SharingImage;
import org.vedette.post.content.PlainText;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Tag;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.lifecycle.Withdrawn;
import org.vedette.post.markup.MarkdownRenderer;
import org.vedette.post.markup.RenderedBody;
import org.vedette.post.markup.UnrenderableMarkdownException;
import org.vedette.post.media.MediaAddress;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.publishing.PublishingException.RenderingBusyException;
import org.vedette.post.publishing.PublishingException.UnknownSeriesException;
import org.vedette.post.series.SeriesRegistry;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Maps a published post to its public form, with its body rendered and the slugs of its authors. */
public final class PublicPostMapper {

    private final SeriesRegistry series;
    private final MarkdownRenderer renderer;
    private final AuthorService authors;
    private final Scheduler rendering;

    /**
     * Creates a mapper.
     *
     * @param rendering has the threads that render, and rejects what it has no room for
     */
    public PublicPostMapper(
            SeriesRegistry series, MarkdownRenderer renderer, AuthorService authors, Scheduler rendering) {
        this.series = series;
        this.renderer = renderer;
        this.authors = authors;
        this.rendering = rendering;
    }

    /**
     * Maps one post; signals a {@link PublishingException} when its body cannot be rendered, or its series is no longer
     * configured, and then chooses no slug for a new author.
     */
    public Mono<PublicPost> map(Published post) {
        return render(post)
                .flatMap(rendered -> authors.credit(rendered.bylines()).map(rendered::withBylines));
    }

    /**
     * Maps a post that is not public any more.
     *
     * @param tellAlerted whether those who were mailed about it are mailed the withdrawal
     */
    public static PostWithdrawn map(Withdrawn post, boolean tellAlerted) {
        return new PostWithdrawn(
                post.id().value(),
                post.revision().value(),
                post.slug().value(),
                post.formerSlugs().stream().map(Slug::value).toList(),
                post.reason() == null ? null : post.reason().value(),
                post.withdrawnAt(),
                post.content().tlp().label(),
                tellAlerted);
    }

    /** Signals what {@link #map(Published)} would signal, and chooses no slug for a new author. */
    public Mono<Void> check(Published post) {
        return render(post).then();
    }

    /** Rendering a long body takes long enough to hold up an event loop. */
    private Mono<PublicPost> render(Published post) {
        return Mono.fromSupplier(() -> rendered(post))
                .subscribeOn(rendering)
                .onErrorMap(RejectedExecutionException.class, full -> new RenderingBusyException());
    }

    private PublicPost rendered(Published post) {
        var content = post.content();
        var body = render(content.body().markdown());
        return new PublicPost(
                post.id().value(),
                post.revision().value(),
                post.slug().value(),
                post.formerSlugs().stream().map(Slug::value).toList(),
                content.title().value(),
                content.introduction().orElse(null),
                body.html(),
                body.text(),
                Objects.requireNonNullElse(content.metadata().excerpt(), body.excerpt()),
                bylines(content),
                content.tags().stream().map(Tag::value).toList(),
                series(content.series()),
                period(content),
                content.tlp().label(),
                post.publishedAt(),
                post.revisedAt(),
                post.corrections().stream()
                        .map(note -> new Correction(note.date(), note.text()))
                        .toList(),
                content.language().tag(),
                post.isQuiet(),
                metadata(content.metadata()));
    }

    private RenderedBody render(String markdown) {
        try {
            var body = renderer.render(markdown);
            if (PlainText.isInvisible(body.text()) && !body.html().contains("<img ")) {
                throw new InvalidPostException("body", "shows nothing: write what readers are to see");
            }
            return body;
        } catch (UnrenderableMarkdownException tooComplex) {
            throw new InvalidPostException("body", String.valueOf(tooComplex.getMessage()));
        }
    }

    private @Nullable Series series(@Nullable String slug) {
        if (slug == null) {
            return null;
        }
        // The series may have been removed from the settings since the draft was stored.
        return series.find(slug)
                .map(found -> new Series(found.slug(), found.title(), found.introduction()))
                .orElseThrow(() -> new UnknownSeriesException(slug, series.slugs()));
    }

    private static List<Byline> bylines(PostContent content) {
        return content.bylines().stream()
                .map(byline -> new Byline(byline.name(), byline.affiliation()))
                .toList();
    }

    private static @Nullable Period period(PostContent content) {
        return Optional.ofNullable(content.period())
                .map(period -> new Period(period.from(), period.to()))
                .orElse(null);
    }

    /** Null when that is left to the text. */
    private static @Nullable PageMetadata metadata(org.vedette.post.content.PageMetadata metadata) {
        var mapped = new PageMetadata(
                Optional.ofNullable(metadata.canonicalUrl())
                        .map(CanonicalUrl::value)
                        .orElse(null),
                metadata.title(),
                metadata.description(),
                Optional.ofNullable(metadata.image())
                        .flatMap(PublicPostMapper::image)
                        .orElse(null));
        return mapped.equals(PageMetadata.NONE) ? null : mapped;
    }

    private static Optional<PageMetadata.SharingImage> image(SharingImage image) {
        return MediaAddress.parse(image.address())
                .map(address -> new PageMetadata.SharingImage(
                        address.toString(),
                        address.format().mediaType(),
                        address.width(),
                        address.height(),
                        image.alternativeText()));
    }
}
