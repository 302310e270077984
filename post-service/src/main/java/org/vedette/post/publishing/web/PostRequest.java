package org.vedette.post.publishing.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Body;
import org.vedette.post.content.Byline;
import org.vedette.post.content.Correction;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Period;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Standfirst;
import org.vedette.post.content.Tag;
import org.vedette.post.content.Title;
import org.vedette.post.content.Tlp;
import org.vedette.post.publishing.Slug;
import org.vedette.post.publishing.Submission;

/**
 * A post as editors send it. Fields that only responses have are ignored, so that a response can be changed and sent
 * back.
 */
@JsonIgnoreProperties({"id", "revision", "status", "permalink", "createdAt", "revisedAt"})
record PostRequest(
        @Nullable String title,
        @Nullable String standfirst,
        @Nullable String body,
        @Nullable List<@Nullable BylineRequest> bylines,
        @Nullable List<@Nullable String> tags,
        @Nullable String series,
        @Nullable PeriodRequest period,
        @Nullable String slug,
        @Nullable String tlp,
        @Nullable String publishAt,
        @Nullable String publishedAt,
        @Nullable String correction) {

    record BylineRequest(@Nullable String name, @Nullable String affiliation) {}

    record PeriodRequest(@Nullable String from, @Nullable String to) {}

    /** The submission of a new post, which cannot have a publication date yet. */
    Submission asNew() {
        var fields = new FieldReader();
        if (publishedAt != null) {
            fields.refuse("publishedAt", "is set by publication: send publishAt for the date the post is to carry");
        }
        return submission(fields);
    }

    /** The submission of an existing post; ignores its publication date, which cannot change. */
    Submission asRevision() {
        return submission(new FieldReader());
    }

    private Submission submission(FieldReader fields) {
        var content = content(fields);
        var readSlug = fields.optional("slug", slug, Slug::new);
        var readPublishAt = fields.optional("publishAt", publishAt, PostRequest::moment);
        var readCorrection = fields.optional("correction", correction, Correction::new);
        return fields.build(() -> new Submission(
                content.get(), readSlug.orElse(null), readPublishAt.orElse(null), readCorrection.orElse(null)));
    }

    /** The supplier may be called only when no field was refused. */
    private Supplier<PostContent> content(FieldReader fields) {
        var readTitle = fields.required("title", title, Title::new);
        var readStandfirst = fields.optional("standfirst", standfirst, Standfirst::new);
        var readBody = fields.read("body", body == null ? "" : body, Body::new);
        var readBylines = fields.each("bylines", bylines, PostContent.MAX_BYLINES, PostRequest::byline);
        var readTags = fields.each("tags", tags, PostContent.MAX_TAGS, Tag::new);
        var readPeriod = readPeriod(fields);
        var readTlp = fields.optional("tlp", tlp, Tlp::of);
        return () -> new PostContent(
                readTitle.orElseThrow(),
                readStandfirst.orElse(null),
                readBody.orElseThrow(),
                readBylines,
                readTags,
                series == null || series.isBlank() ? null : series.strip(),
                readPeriod.orElse(null),
                readTlp.orElse(Tlp.CLEAR));
    }

    private Optional<Period> readPeriod(FieldReader fields) {
        if (period == null) {
            return Optional.empty();
        }
        var from = fields.required("period.from", period.from(), LocalDate::parse);
        var to = fields.required("period.to", period.to(), LocalDate::parse);
        return from.flatMap(first -> to.flatMap(last -> fields.read("period", last, day -> new Period(first, day))));
    }

    private static Byline byline(BylineRequest byline) {
        if (byline.name() == null) {
            throw new InvalidValueException("must have a name");
        }
        return new Byline(byline.name(), byline.affiliation());
    }

    private static Instant moment(String text) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME
                .parse(text.strip(), Instant::from)
                .truncatedTo(ChronoUnit.MILLIS);
    }
}
