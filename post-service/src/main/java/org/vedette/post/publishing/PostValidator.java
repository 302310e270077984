package org.vedette.post.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.PageMetadata;
import org.vedette.post.content.PlainText;
import org.vedette.post.content.PostContent;
import org.vedette.post.media.MediaAddress;
import org.vedette.post.media.MediaId;
import org.vedette.post.publishing.PublishingException.BodyTooLargeException;
import org.vedette.post.publishing.PublishingException.FieldError;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.publishing.PublishingException.UnknownSeriesException;
import org.vedette.post.series.Series;
import org.vedette.post.series.SeriesRegistry;
import reactor.core.publisher.Mono;

/** Validates what spans several fields of a post or depends on the settings; a single value validates itself. */
public final class PostValidator {

    /** Clocks of editors that run ahead are common, and they mean now. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private final SeriesRegistry series;
    private final long maxBodySize;
    private final Function<MediaId, Mono<Boolean>> pictures;

    /**
     * Creates a validator.
     *
     * @param maxBodySize largest Markdown, in bytes of UTF-8
     * @param pictures tells which pictures the library has
     */
    public PostValidator(SeriesRegistry series, long maxBodySize, Function<MediaId, Mono<Boolean>> pictures) {
        this.series = series;
        this.maxBodySize = maxBodySize;
        this.pictures = pictures;
    }

    /** Signals when the picture that is shown with links is not in the library; one that was there before may be deleted. */
    Mono<Void> validatePicture(PostContent content, @Nullable PostContent before) {
        var address = content.metadata().imageAddress();
        return before != null && before.metadata().imageAddress().equals(address)
                ? Mono.empty()
                : Mono.justOrEmpty(address.flatMap(MediaAddress::parse))
                        .flatMap(picture -> pictures.apply(picture.id()))
                        .flatMap(exists -> exists ? Mono.empty() : Mono.error(unknownPicture()));
    }

    private static InvalidPostException unknownPicture() {
        return new InvalidPostException(
                "sharingImage",
                "is not in the media library: upload the picture, and take the address that it has there");
    }

    /**
     * Validates a submission of a post in any state.
     *
     * @return the submission; a date that a clock ahead of ours made is set to now
     */
    public Submission validate(Submission submission, Instant now) {
        validate(submission.content());
        validateVisibility(submission);
        var errors = new ArrayList<FieldError>();
        if (submission.publishAt() != null) {
            validateDate("publishAt", submission.publishAt(), now, errors);
        }
        for (var i = 0; i < submission.corrections().size(); i++) {
            validateDate(
                    "corrections[" + i + "].date",
                    submission.corrections().get(i).date(),
                    now,
                    errors);
        }
        throwIfAny(errors);
        return submission.datedUntil(now);
    }

    /** Whether a date is ahead of us by more than the clock of an editor may be. */
    static boolean isFuture(Instant date, Instant now) {
        return date.isAfter(now.plus(CLOCK_TOLERANCE));
    }

    private static void validateDate(String field, Instant date, Instant now, List<FieldError> errors) {
        if (isFuture(date, now)) {
            errors.add(new FieldError(field, "must not be in the future; here it is " + now));
        }
        if (date.isBefore(Instant.EPOCH)) {
            errors.add(new FieldError(field, "must not be before 1970"));
        }
    }

    private void validate(PostContent content) {
        var size = content.body().size();
        if (size > maxBodySize) {
            throw new BodyTooLargeException("The body", size, maxBodySize);
        }
        var slug = content.series();
        if (slug != null && series.find(slug).isEmpty()) {
            throw new UnknownSeriesException(slug, series.slugs());
        }
        if (slug == null && content.period() != null) {
            throw new InvalidPostException(
                    "period", "belongs to an issue of a series: name the series, or leave the period out");
        }
    }

    /** The values themselves do not check this, so that posts of earlier versions can be read. */
    private static void validateVisibility(Submission submission) {
        var content = submission.content();
        var errors = new ArrayList<FieldError>();
        var lines = new LinkedHashMap<String, String>();
        lines.put("title", content.title().value());
        content.introduction().ifPresent(standfirst -> lines.put("standfirst", standfirst));
        putMetadata(content.metadata(), lines);
        for (var i = 0; i < submission.corrections().size(); i++) {
            lines.put(
                    "corrections[" + i + "].text",
                    submission.corrections().get(i).text());
        }
        for (var i = 0; i < content.bylines().size(); i++) {
            var byline = content.bylines().get(i);
            lines.put("bylines[" + i + "].name", byline.name());
            var first = content.bylines().indexOf(byline);
            if (first < i) {
                errors.add(new FieldError("bylines[" + i + "]", "is the same as bylines[" + first + "]: remove it"));
            }
        }
        lines.forEach((field, text) -> {
            if (PlainText.isInvisible(text)) {
                errors.add(new FieldError(field, "shows nothing: it has only blanks and invisible characters"));
            }
        });
        throwIfAny(errors);
    }

    /** Whether whoever publishes a post must not be the only one who wrote it. */
    boolean needsSecondPerson(PostContent content) {
        var slug = content.series();
        return slug != null && series.find(slug).map(Series::needsSecondPerson).orElse(false);
    }

    private static void putMetadata(PageMetadata metadata, Map<String, String> lines) {
        Optional.ofNullable(metadata.title()).ifPresent(title -> lines.put("metaTitle", title));
        Optional.ofNullable(metadata.description()).ifPresent(text -> lines.put("metaDescription", text));
        Optional.ofNullable(metadata.excerpt()).ifPresent(excerpt -> lines.put("excerpt", excerpt));
    }

    private static void throwIfAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidPostException(errors);
        }
    }

    /** Requires the fields that a draft may lack and a published post must have. */
    public void validateForPublication(PostContent content) {
        var missing = new ArrayList<FieldError>();
        if (content.isEmpty()) {
            missing.add(new FieldError("body", "must not be empty in a published post"));
        }
        if (content.bylines().isEmpty()) {
            missing.add(new FieldError("bylines", "must name at least one author in a published post"));
        }
        if (content.series() != null && content.period() == null) {
            missing.add(new FieldError("period", "must say which dates this issue of the series covers"));
        }
        throwIfAny(missing);
    }
}
