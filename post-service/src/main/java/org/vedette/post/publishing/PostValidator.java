package org.vedette.post.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.vedette.post.content.PlainText;
import org.vedette.post.content.PostContent;
import org.vedette.post.publishing.PublishingException.BodyTooLargeException;
import org.vedette.post.publishing.PublishingException.FieldError;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.publishing.PublishingException.UnknownSeriesException;
import org.vedette.post.series.SeriesRegistry;

/** Validates what spans several fields of a post or depends on the settings; a single value validates itself. */
public final class PostValidator {

    private final SeriesRegistry series;
    private final long maxBodySize;

    /** @param maxBodySize largest Markdown, in bytes of UTF-8 */
    public PostValidator(SeriesRegistry series, long maxBodySize) {
        this.series = series;
        this.maxBodySize = maxBodySize;
    }

    /** Validates a submission of a post in any state. */
    void validate(Submission submission, Instant now) {
        validate(submission.content());
        validateVisibility(submission);
        var date = submission.publishAt();
        if (date != null && date.isAfter(now)) {
            throw new InvalidPostException("publishAt", "must not be in the future: posts cannot be scheduled yet");
        }
        if (date != null && date.isBefore(Instant.EPOCH)) {
            throw new InvalidPostException("publishAt", "must not be before 1970");
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
        Optional.ofNullable(submission.correction())
                .ifPresent(correction -> lines.put("correction", correction.value()));
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
        if (!errors.isEmpty()) {
            throw new InvalidPostException(errors);
        }
    }

    /** Requires the fields that a draft may lack and a published post must have. */
    void validateForPublication(PostContent content) {
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
        if (!missing.isEmpty()) {
            throw new InvalidPostException(List.copyOf(missing));
        }
    }
}
