package org.vedette.post.publishing.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Body;
import org.vedette.post.content.Byline;
import org.vedette.post.content.Correction;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Language;
import org.vedette.post.content.Note;
import org.vedette.post.content.PageMetadata;
import org.vedette.post.content.PageMetadata.CanonicalUrl;
import org.vedette.post.content.PageMetadata.SharingImage;
import org.vedette.post.content.Period;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Standfirst;
import org.vedette.post.content.Tag;
import org.vedette.post.content.Title;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.lifecycle.Withdrawn;
import org.vedette.post.publishing.Submission;
import org.vedette.post.publishing.web.PostRequest.BylineRequest;
import org.vedette.post.publishing.web.PostRequest.CorrectionRequest;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Edit;

/** Converts a request to a submission. */
public final class SubmissionReader {

    private final PostRequest request;
    private final FieldReader fields;

    SubmissionReader(PostRequest request, FieldReader fields) {
        this.request = request;
        this.fields = fields;
    }

    /**
     * The values of those fields that say who may see a post, where it is, in which language and when it was published. They
     * are not content: a request that leaves one out does not mean to change it.
     */
    record Omitted(
            @Nullable Slug slug,
            Tlp tlp,
            Language language,
            @Nullable Instant publishAt,
            List<Correction> corrections) {

        /** What a new post has, and what a field has that a patch removed. */
        static Omitted defaults(Language siteLanguage) {
            return new Omitted(null, Tlp.CLEAR, siteLanguage, null, List.of());
        }

        /** What a post has; the slug of a draft follows the title unless an editor chose it. */
        static Omitted valuesOf(Post post) {
            var tlp = post.content().tlp();
            var language = post.content().language();
            if (post instanceof Draft draft) {
                return new Omitted(
                        draft.hasDerivedSlug() ? null : draft.slug(), tlp, language, draft.publishAt(), List.of());
            }
            var published = post instanceof Withdrawn withdrawn ? withdrawn.last() : post;
            return published instanceof Published dated
                    ? new Omitted(post.slug(), tlp, language, dated.publishedAt(), dated.corrections())
                    : new Omitted(post.slug(), tlp, language, PostView.publishAt(post), List.of());
        }
    }

    /** The submission of a new post, which cannot have been published yet. */
    public static Submission ofNew(PostRequest request, Language siteLanguage) {
        var fields = new FieldReader();
        if (request.publishedAt() != null) {
            fields.refuse("publishedAt", "is set by publication: send publishAt for the date the post is to carry");
        }
        if (request.correction() != null) {
            fields.refuse("correction", "is for the readers of a published post: leave it out of a draft");
        }
        requireStatus(PostView.DRAFT, request, fields);
        return new SubmissionReader(request, fields).read(Omitted.defaults(siteLanguage), Instant.EPOCH);
    }

    /** The submission that replaces the content of a post. */
    public static Submission ofReplacement(PostRequest request, Post post, Instant now) {
        var fields = new FieldReader();
        requireStatus(PostField.status(post), request, fields);
        var publishedAt = fields.given("publishedAt", request.publishedAt(), DateReader::moment);
        if (publishedAt.isPresent() && !publishedAt.equals(publishedAt(post))) {
            fields.refuse("publishedAt", "cannot be changed: it is set by publication");
        }
        return new SubmissionReader(request, fields).read(Omitted.valuesOf(post), now);
    }

    private static Optional<Instant> publishedAt(Post post) {
        var last = post instanceof Withdrawn withdrawn ? withdrawn.last() : post;
        return last instanceof Published published ? Optional.of(published.publishedAt()) : Optional.empty();
    }

    private static void requireStatus(String status, PostRequest request, FieldReader fields) {
        if (request.status() != null && !request.status().equals(status)) {
            fields.refuse("status", "is " + status + ", and only requests to /api/posts/{id}/publication change it");
        }
    }

    /** What a request says about the change that it makes. */
    public static Edit edit(PostRequest request, Caller caller) {
        return edit(caller, request.note())
                .asSecondIssue(Boolean.TRUE.equals(request.duplicatePeriod()))
                .tellingAlerted(Boolean.TRUE.equals(request.tellAlerted()));
    }

    static Edit edit(Caller caller, @Nullable String note) {
        var fields = new FieldReader();
        var read = fields.optional("note", note, Note::new);
        return fields.build(() -> Edit.by(caller).withNote(read.orElse(null)));
    }

    /**
     * The submission.
     *
     * @param now date of the field {@code correction}, which adds one
     */
    Submission read(Omitted omitted, Instant now) {
        var tlp = fields.given("tlp", request.tlp(), Tlp::of);
        var language = fields.optional("language", request.language(), Language::parse);
        var content = content(tlp.orElse(omitted.tlp()), language.orElse(omitted.language()));
        var slug = fields.optional("slug", request.slug(), Slug::new);
        var publishAt = fields.given("publishAt", request.publishAt(), DateReader::moment);
        var corrections = new ArrayList<>(
                request.corrections() == null
                        ? omitted.corrections()
                        : fields.each(
                                "corrections", request.corrections(), Submission.MAX_CORRECTIONS, this::correction));
        fields.optional("correction", request.correction(), text -> new Correction(now, text))
                .ifPresent(corrections::add);
        return fields.build(() -> new Submission(
                content.get(), slug.orElse(omitted.slug()), publishAt.orElse(omitted.publishAt()), corrections));
    }

    /** The supplier may be called only when no field was refused. */
    private Supplier<PostContent> content(Tlp tlp, Language language) {
        var title = fields.required("title", request.title(), Title::new);
        var standfirst = fields.optional("standfirst", request.standfirst(), Standfirst::new);
        var body = fields.read("body", Objects.requireNonNullElse(request.body(), ""), Body::new);
        var bylines = fields.each("bylines", request.bylines(), PostContent.MAX_BYLINES, SubmissionReader::byline);
        var tags = fields.each("tags", request.tags(), PostContent.MAX_TAGS, Tag::new);
        var series = fields.optional("series", request.series(), String::strip);
        var period = period();
        var metadata = metadata();
        return () -> new PostContent(
                title.orElseThrow(),
                standfirst.orElse(null),
                body.orElseThrow(),
                bylines,
                tags,
                series.orElse(null),
                period.orElse(null),
                tlp,
                language,
                metadata.get());
    }

    /** The supplier may be called only when no field was refused. */
    private Supplier<PageMetadata> metadata() {
        var canonicalUrl = fields.optional("canonicalUrl", request.canonicalUrl(), CanonicalUrl::new);
        var title = fields.optional("metaTitle", request.metaTitle(), PageMetadata::title);
        var description = fields.optional("metaDescription", request.metaDescription(), PageMetadata::description);
        var excerpt = fields.optional("excerpt", request.excerpt(), PageMetadata::excerpt);
        var image = image();
        return () -> new PageMetadata(
                canonicalUrl.orElse(null),
                title.orElse(null),
                description.orElse(null),
                excerpt.orElse(null),
                image.orElse(null));
    }

    private Optional<SharingImage> image() {
        var image = request.sharingImage();
        return image == null
                ? Optional.empty()
                : fields.optional(
                        "sharingImage", image.address(), address -> new SharingImage(address, image.alternativeText()));
    }

    private Optional<Period> period() {
        var period = request.period();
        if (period == null) {
            return Optional.empty();
        }
        var from = fields.required("period.from", period.from(), DateReader::day);
        var to = fields.required("period.to", period.to(), DateReader::day);
        return from.flatMap(first -> to.flatMap(last -> fields.read("period", last, day -> new Period(first, day))));
    }

    private static Byline byline(BylineRequest byline) {
        if (byline.name() == null) {
            throw new InvalidValueException("must have a name");
        }
        return new Byline(byline.name(), byline.affiliation());
    }

    private Optional<Correction> correction(String field, CorrectionRequest correction) {
        var date = fields.required(field + ".date", correction.date(), DateReader::moment);
        var undated = fields.required(field + ".text", correction.text(), text -> new Correction(Instant.EPOCH, text));
        return date.flatMap(known -> undated.map(note -> new Correction(known, note.text())));
    }
}
